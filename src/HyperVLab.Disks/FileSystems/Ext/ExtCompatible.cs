namespace HyperVLab.Disks.FileSystems.Ext;

/// <summary>Features of an ext volume that everyone may pass over.</summary>
[Flags]
internal enum ExtCompatible : uint
{
    None = 0,
    Journal = 0x4,
    TwoCopies = 0x200,
}
