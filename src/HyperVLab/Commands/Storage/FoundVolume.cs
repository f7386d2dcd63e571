using HyperVLab.Binding;
using HyperVLab.Disks.FileSystems;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Commands.Storage;

/// <summary>A volume inside a disk whose files are read.</summary>
/// <param name="Disk">The disk.</param>
/// <param name="Number">The number of its partition.</param>
/// <param name="Files">Its files.</param>
/// <param name="Search">What finds them by wildcards.</param>
internal sealed record FoundVolume(OpenedDisk Disk, int Number, IVolumeFiles Files, VolumeSearch Search);
