using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Hosts.Requests;

/// <summary>Sets what Hyper-V does on a host unless a virtual machine says otherwise.</summary>
public sealed record SetVMHost : LabRequest
{
    /// <summary>The computer.</summary>
    [Target("ComputerName")]
    public required Key<PhysicalComputer> Computer { get; init; }

    /// <summary>Where configurations go; null to leave it.</summary>
    public string? VirtualMachinePath { get; init; }

    /// <summary>Where virtual hard disks go; null to leave it.</summary>
    public string? VirtualHardDiskPath { get; init; }

    /// <summary>The lowest dynamic MAC address that it gives; null to leave it.</summary>
    public string? MacAddressMinimum { get; init; }

    /// <summary>The highest dynamic MAC address that it gives; null to leave it.</summary>
    public string? MacAddressMaximum { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        RemoteManagement.DemandManagement(lab, caller, Computer);
        PhysicalComputer computer = lab.RequireVMHost(Computer);
        if (VirtualMachinePath is null && VirtualHardDiskPath is null && !IsRangeGiven)
        {
            throw HostErrors.NothingToChange.For(computer.Name);
        }

        HostNames.DemandFolder(VirtualMachinePath);
        HostNames.DemandFolder(VirtualHardDiskPath);
        if (IsRangeGiven)
        {
            lab.MacRangeOf(Computer).With(MacAddressMinimum, MacAddressMaximum);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        lab.Computers[Computer].SetPaths(VirtualMachinePath, VirtualHardDiskPath);
        if (IsRangeGiven)
        {
            lab.Computers[Computer].SetMacAddressRange(
                lab.MacRangeOf(Computer).With(MacAddressMinimum, MacAddressMaximum));
        }

        job.Give(Computer);
    }

    private bool IsRangeGiven => MacAddressMinimum is not null || MacAddressMaximum is not null;
}
