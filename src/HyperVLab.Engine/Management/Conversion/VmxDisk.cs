using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>A disk of a virtual machine of VMware in the library.</summary>
/// <param name="File">Its file: the whole disk, or what describes its parts.</param>
/// <param name="SizeBytes">Its size in bytes.</param>
/// <param name="FileBytes">The length of its file and of all its parts, in bytes.</param>
internal sealed record VmxDisk(StoredFile File, long SizeBytes, long FileBytes);
