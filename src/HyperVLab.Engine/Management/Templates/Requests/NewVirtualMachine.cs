using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Makes a virtual machine on a managed host, the one that is named or the best: of a template, with an identity of its
/// own, or as a plain copy of a disk of the library or of another machine.
/// </summary>
public sealed record NewVirtualMachine : MachineWish, IPlacing
{
    private IReadOnlySet<Key<PhysicalComputer>>? _among;
    private DeploymentSource? _source;
    private DeploymentPlan? _plan;
    private MachinePlace? _place;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What somebody writes about it; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The template.</summary>
    public Key<VMTemplate>? VMTemplate { get; init; }

    /// <summary>The configuration, which says the template and the place; it is used up.</summary>
    public Key<VMConfiguration>? VMConfiguration { get; init; }

    /// <summary>The virtual hard disk of the library that is copied as it is.</summary>
    public Key<LibraryResource>? VirtualHardDisk { get; init; }

    /// <summary>The virtual machine that is copied as it is; it is off.</summary>
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>The host; null for the one that its configuration says, or the best.</summary>
    public Key<PhysicalComputer>? VMHost { get; init; }

    /// <summary>The group in which the best host is looked for; null for all.</summary>
    public Key<HostGroup>? VMHostGroup { get; init; }

    /// <summary>The folder of the host in which its own folder is made; null for the host's default.</summary>
    public string? Path { get; init; }

    /// <summary>Whether its disk differs from one that the host has or gets, in place of being whole.</summary>
    public bool UseDiffDiskOptimization { get; init; }

    /// <summary>The hardware that it has in place of the template's.</summary>
    public Key<HardwareProfile>? HardwareProfile { get; init; }

    /// <summary>What its guest is told in place of what the template says.</summary>
    public Key<GuestOSProfile>? GuestOSProfile { get; init; }

    /// <summary>The virtual switch of the host to which its adapter is connected; null for none.</summary>
    public string? SwitchName { get; init; }

    /// <summary>Whether it is started at the end.</summary>
    public bool StartVM { get; init; }

    /// <inheritdoc/>
    void IPlacing.Among(IReadOnlySet<Key<PhysicalComputer>>? hosts) => _among = hosts;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VMLimits.DemandName(Name);
        Libraries.DemandText(Description);
        HardwareWishes.Demand(this);
        DemandGuest(lab);
        VMConfiguration? configuration = lab.VMConfigurations.Find(VMConfiguration);
        Key<PhysicalComputer>? named = VMHost ?? configuration?.Host;
        Key<VmmServer> server = ServerOf(lab, caller, named, configuration);
        if (configuration is not null && (VMTemplate is not null || VirtualHardDisk is not null || VM is not null))
        {
            throw TemplateErrors.ConfigurationSource.For(Name, Name);
        }

        // A configuration may be older than what its user may do.
        if (named is { } place && _among?.Contains(place) == false)
        {
            throw TemplateErrors.ConfigurationHost.For(Name, Name);
        }

        Key<VMTemplate>? template = configuration?.Template ?? VMTemplate;
        DeploymentSource source = DeploymentSource.Demand(lab, caller, server, template, VirtualHardDisk, VM);
        if (template is null && (IsSaid || GuestOSProfile is not null))
        {
            throw TemplateErrors.NoCustomization.For(Name);
        }

        HardwareSettings hardware = HardwareIn(lab, template);
        _place = PlaceIn(lab, server, named, configuration, hardware, source);
        PhysicalComputer host = lab.RequireVMHost(_place.Host);
        if (SwitchName is { } network)
        {
            VMAdapters.RequireSwitch(lab, host.Key, network);
        }

        DeploymentPlan plan = PlanOf(lab, source, template, hardware, configuration);
        VMLimits.DemandMemory(host, Name, (long)plan.Hardware.MemoryMB << 20);
        VMLimits.DemandProcessors(host, Name, plan.Hardware.CPUCount);
        DeploymentPlans.Demand(lab, plan, source.File);
        (_source, _plan) = (source, plan);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Key<VMTemplate>? template = lab.VMConfigurations.Find(VMConfiguration)?.Template ?? VMTemplate;
        Deployments.Begin(lab, job, Agents.Of(lab, _place!.Host)!.Server, _plan!, _source!, template);
        _place.Explain(lab, job);
        if (VMConfiguration is { } used)
        {
            lab.VMConfigurations.Remove(used);
        }

        // The journal keeps the request, and need not keep what was found out for it.
        (_source, _plan, _place, _among) = (null, null, null, null);
    }

    private Key<VmmServer> ServerOf(
        LabState lab, LabCaller caller, Key<PhysicalComputer>? named, VMConfiguration? configuration) =>
        named is { } host
            ? VmmAccess.DemandManaged(lab, caller, host).Server
            : VmmAccess.Demand(
                lab,
                caller,
                configuration?.Server ?? lab.VMTemplates.Find(VMTemplate)?.Server
                    ?? lab.HostGroups.Find(VMHostGroup)?.Server).Key;

    private HardwareSettings HardwareIn(LabState lab, Key<VMTemplate>? template) => HardwareWishes.Apply(
        this,
        lab.HardwareProfiles.Find(HardwareProfile)?.Hardware
            ?? lab.VMTemplates.Find(template)?.Hardware
            ?? (lab.VirtualMachines.Find(VM) is { } vm ? TemplateMakings.HardwareOf(vm) : HardwareSettings.Usual));

    private MachinePlace PlaceIn(
        LabState lab,
        Key<VmmServer> server,
        Key<PhysicalComputer>? named,
        VMConfiguration? configuration,
        HardwareSettings hardware,
        DeploymentSource source) => new PlaceWish
        {
            Name = Name,
            Server = server,
            VMHost = named,
            VMHostGroup = VMHostGroup ?? configuration?.HostGroup,
            Path = Path ?? configuration?.Location,
            Among = _among,
        }.Find(lab, _ => DeploymentPlans.DemandOf(Name, hardware, source.File) with
        {
            Switches = SwitchName is null ? [] : [SwitchName],
            AvailabilitySets = configuration?.AvailabilitySetNames ?? [],
            Is64Bit = SystemIn(lab, configuration) is { } system && GuestReleases.Is64Bit(system),
        });

    private string? SystemIn(LabState lab, VMConfiguration? configuration) => OperatingSystem
        ?? lab.GuestOSProfiles.Find(GuestOSProfile)?.Guest.OperatingSystem
        ?? lab.VMTemplates.Find(configuration?.Template ?? VMTemplate)?.Guest?.OperatingSystem;

    private DeploymentPlan PlanOf(
        LabState lab,
        DeploymentSource source,
        Key<VMTemplate>? template,
        HardwareSettings hardware,
        VMConfiguration? configuration)
    {
        int number = lab.Jobs.NextNumber;
        GuestSettings? guest = lab.GuestOSProfiles.Find(GuestOSProfile)?.Guest ?? lab.VMTemplates.Find(template)?.Guest;
        guest = guest is null && !IsSaid ? null : Apply(guest ?? new GuestSettings());
        if (guest is { AnswerFile: { } answers })
        {
            guest = AnswerFiles.Require(lab, lab.LibraryResources[answers]).Merge(guest) with { AnswerFile = null };
        }

        if (guest is not null && ComputerName is null && configuration?.ComputerName is { } wanted)
        {
            guest = guest with { ComputerName = wanted };
        }

        (Key<PhysicalComputer> host, string? path, _) = _place!;
        string folder = VMFiles.FolderOf(lab.Computers[host], Name, path);
        return new DeploymentPlan
        {
            Name = Name,
            Description = Description ?? configuration?.Description ?? string.Empty,
            Computer = host,
            SourceComputer = source.Computer,
            SourcePath = source.Path,
            Path = path,
            DiskPath = DeploymentPlans.DiskPath(folder, Name, path, source.File, UseDiffDiskOptimization),
            ParentPath = UseDiffDiskOptimization ? DeploymentPlans.ParentPath(lab, host, folder, path, source) : null,
            Hardware = hardware,
            Guest = guest,
            ComputerName = guest is null ? string.Empty : DeploymentPlans.NameFor(lab, guest, number),
            Number = number,
            SwitchName = SwitchName,
            AvailabilitySetNames = configuration?.AvailabilitySetNames ?? [],
            StartVM = StartVM,
        };
    }
}
