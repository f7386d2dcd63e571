using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Changes how one virtual machine is to be made, and where.</summary>
public sealed record SetVMConfiguration : LabRequest
{
    /// <summary>The configuration.</summary>
    public required Key<VMConfiguration> VMConfiguration { get; init; }

    /// <summary>The machine's new name; null to leave it.</summary>
    public string? Name { get; init; }

    /// <summary>What is written about the machine; null to leave it.</summary>
    public string? Description { get; init; }

    /// <summary>The name of the guest's computer, of 1 to 15 characters; null to leave it.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The host, which placement leaves as it is; null to leave it.</summary>
    public Key<PhysicalComputer>? VMHost { get; init; }

    /// <summary>The group in which a host is looked for; null to leave it.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>Whether placement leaves the host as it is; null for as it was, or yes where one is given.</summary>
    public bool? PinVMHost { get; init; }

    /// <summary>The folder of the host in which the machine's own is made; null to leave it.</summary>
    public string? VMLocation { get; init; }

    /// <summary>Whether placement leaves the folder as it is; null for as it was, or yes where one is given.</summary>
    public bool? PinVMLocation { get; init; }

    /// <summary>From which others the machine is kept apart; null to leave it.</summary>
    public IReadOnlyList<string>? AvailabilitySetNames { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMConfiguration known = lab.VMConfigurations[VMConfiguration];
        VmmServer server = VmmAccess.Demand(lab, caller, known.Server);
        VMConfigurations.DemandName(lab, Name ?? known.Name, server.Key, known);
        VMConfigurations.DemandTexts(Description, ComputerName, AvailabilitySetNames);
        if (VMHost is { } host && VmmAccess.DemandManaged(lab, caller, host).Server != server.Key)
        {
            throw ManagementErrors.OtherServer.For(lab.NameOf(host), lab.NameOf(host), server.Name);
        }

        if (VMHostGroup is { } group)
        {
            HostGroups.DemandOf(lab, group, server);
        }

        if (VMLocation is { } location)
        {
            PlaceWish.FolderOf(location, Name ?? known.Name);
        }

        if (PinVMHost == true && VMHost is null && known.Host is null)
        {
            throw TemplateErrors.ConfigurationPinned.For(known.Name, known.Name, "host");
        }

        if (PinVMLocation == true && VMLocation is null && known.Location is null)
        {
            throw TemplateErrors.ConfigurationPinned.For(known.Name, known.Name, "location");
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VMConfiguration known = lab.VMConfigurations[VMConfiguration];
        known.Describe(
            Name ?? known.Name,
            Description ?? known.Description,
            ComputerName ?? known.ComputerName,
            AvailabilitySetNames ?? known.AvailabilitySetNames,
            lab.Now);
        known.Aim(
            VMHostGroup ?? known.HostGroup,
            PinVMHost ?? (VMHost is not null || known.IsHostPinned),
            PinVMLocation ?? (VMLocation is not null || known.IsLocationPinned));
        if (VMHost is not null || VMLocation is not null)
        {
            known.MoveTo(VMHost ?? known.Host, VMLocation ?? known.Location);
        }

        job.Give(known.Key);
    }
}
