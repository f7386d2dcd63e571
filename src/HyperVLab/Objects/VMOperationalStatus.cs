namespace HyperVLab.Objects;

/// <summary>
/// What is being done with a virtual machine, with the names and numbers of
/// Microsoft.HyperV.PowerShell.VMOperationalStatus; those that nothing in the lab reaches are left out.
/// </summary>
public enum VMOperationalStatus
{
    /// <summary>It works.</summary>
    Ok = 2,

    /// <summary>A checkpoint of it is being made.</summary>
    CreatingSnapshot = 32768,

    /// <summary>The disks that a removed checkpoint left are being merged.</summary>
    MergingDisks = 32772,

    /// <summary>It moves to another host.</summary>
    MigratingVirtualMachine = 32774,
}
