namespace HyperVLab.Disks;

/// <summary>The answer of an <see cref="IParentResolver"/>.</summary>
/// <param name="File">The parent's bytes, opened for reading; the disk that asked disposes them.</param>
/// <param name="Parents">Who finds the parent's own parent, since its relative path starts at the parent's
/// folder.</param>
/// <param name="Path">Where the parent was found, as the resolver names it; null where it has no name.</param>
public sealed record ParentFile(IDiskFile File, IParentResolver? Parents, string? Path = null);
