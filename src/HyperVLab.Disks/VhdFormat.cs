namespace HyperVLab.Disks;

/// <summary>The file format of a virtual disk. The numbers are those of Hyper-V's module.</summary>
public enum VhdFormat
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>The disk's bytes and nothing else, as dd writes them; Hyper-V's module has no such value.</summary>
    Raw = 1,

    /// <summary>The VHD format of Virtual PC and Hyper-V since 2008.</summary>
    VHD = 2,

    /// <summary>The VHDX format of Windows Server 2012 and later.</summary>
    VHDX = 3,

    /// <summary>VMware's format; Hyper-V's module has no such value.</summary>
    VMDK = 16,
}
