using HyperVLab.Disks.Guests;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Requests;

/// <summary>
/// Installs an operating system on the boot disk of a virtual machine that is off: what is installed stands in the
/// disk's own bytes, so that a copy of the file boots the same guest.
/// </summary>
public sealed record InstallGuestOS : LabRequest
{
    private long _fileSizeBytes;

    /// <summary>The virtual machine.</summary>
    [Target("VMName")]
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The operating system, such as <c>Windows Server 2008 R2 Enterprise</c>.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The name of the guest's computer; null for the machine's own.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The guest's address; null where it asks for one.</summary>
    public string? IPAddress { get; init; }

    /// <summary>How many leading bits of the address name its subnet; null for 24.</summary>
    public int? PrefixLength { get; init; }

    /// <summary>The gateway of its subnet; null for none.</summary>
    public string? DefaultGateway { get; init; }

    /// <summary>How long it boots, in seconds; null for the lab's default.</summary>
    public int? BootSeconds { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        PhysicalComputer host = VMHosts.Demand(lab, caller, vm.Computer);
        VMLimits.DemandOff(vm, "The operating system on its disk");
        GuestRules.DemandSystem(OperatingSystem);
        if (GuestReleases.Is64Bit(OperatingSystem))
        {
            PlatformRules.Demand(host, PlatformFeature.Guest64Bit, vm.Name);
        }

        GuestRules.DemandName(ComputerName ?? vm.Name);
        GuestRules.DemandAddress(IPAddress, PrefixLength, DefaultGateway);
        GuestRules.DemandBootTime(BootSeconds);
        BootDisk.DemandWritable(lab, vm, ComputeSettings.GuestSystemBytes);
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        VirtualMachine vm = lab.VirtualMachines[VM];
        // The job's number is the request's own, so that a second installation draws another identity.
        int number = lab.Jobs.NextNumber;
        GuestSystemRecord system = RecordOf(lab, vm, number);
        uint signature = (uint)lab.Draws.Between(1, uint.MaxValue, "guest-disk-signature", number);
        _fileSizeBytes = VirtualDiskFiles.Change(
            lab, BootDisk.Require(lab, vm), disk => GuestSystem.Install(disk, system, signature));
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VirtualDiskFiles.Measure(lab, BootDisk.Require(lab, lab.VirtualMachines[VM]), _fileSizeBytes);
        job.Give(VM);
    }

    private GuestSystemRecord RecordOf(LabState lab, VirtualMachine vm, int number) => new()
    {
        OperatingSystem = OperatingSystem,
        ComputerName = ComputerName ?? vm.Name,
        MachineSid = GuestRules.DrawSid(lab, OperatingSystem, number),
        Addressing = IPAddress is null ? GuestAddressing.Dhcp : GuestAddressing.Static,
        IPAddress = IPAddress,
        PrefixLength = IPAddress is null ? 0 : PrefixLength ?? GuestRules.DefaultPrefixLength,
        DefaultGateway = DefaultGateway,
        IntegrationServicesVersion = GuestServices.BuiltIn(
            lab.Computers[lab.VirtualMachines[VM].Computer], OperatingSystem),
        BootSeconds = BootSeconds,
    };
}
