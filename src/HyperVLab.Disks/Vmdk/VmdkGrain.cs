namespace HyperVLab.Disks.Vmdk;

/// <summary>What a grain table says of a grain.</summary>
/// <param name="State">Whether it is there.</param>
/// <param name="Place">Where it stands in the file, in bytes; a compressed one's marker.</param>
internal readonly record struct VmdkGrain(VmdkGrainState State, long Place);
