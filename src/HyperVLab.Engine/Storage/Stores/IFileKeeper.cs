using HyperVLab.Disks;

namespace HyperVLab.Engine.Storage;

/// <summary>
/// Is told of every change of a store's files before it comes, so that they can be brought back to what they were.
/// What it throws as <see cref="IOException"/> keeps the change from being made.
/// </summary>
public interface IFileKeeper
{
    /// <summary>A file is about to get its name.</summary>
    void Making(string path);

    /// <summary>A file is about to be deleted.</summary>
    /// <returns>Whether the keeper has taken it away already.</returns>
    bool Removing(string path);

    /// <summary>A file was opened for writing.</summary>
    /// <returns>The file to write to in its place; disposing it disposes the one given.</returns>
    IDiskFile Opened(string path, IDiskFile file);
}
