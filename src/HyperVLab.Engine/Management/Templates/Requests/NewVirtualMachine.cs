using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Makes a virtual machine on a managed host: of a template, with an identity of its own, or as a plain copy of a disk
/// of the library or of another machine.
/// </summary>
public sealed record NewVirtualMachine : MachineWish
{
    private DeploymentSource? _source;
    private DeploymentPlan? _plan;

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What somebody writes about it; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The template.</summary>
    public Key<VMTemplate>? VMTemplate { get; init; }

    /// <summary>The virtual hard disk of the library that is copied as it is.</summary>
    public Key<LibraryResource>? VirtualHardDisk { get; init; }

    /// <summary>The virtual machine that is copied as it is; it is off.</summary>
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>The host.</summary>
    public required Key<PhysicalComputer> VMHost { get; init; }

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
    internal override void Validate(LabState lab, LabCaller caller)
    {
        ManagedComputer managed = VmmAccess.DemandManaged(lab, caller, VMHost);
        PhysicalComputer host = lab.RequireVMHost(VMHost);
        VMLimits.DemandName(Name);
        Libraries.DemandText(Description);
        HardwareWishes.Demand(this);
        DemandGuest(lab);
        if (SwitchName is { } network)
        {
            VMAdapters.RequireSwitch(lab, VMHost, network);
        }

        DeploymentSource source = DeploymentSource.Demand(lab, caller, managed.Server, VMTemplate, VirtualHardDisk, VM);
        if (VMTemplate is null && (IsSaid || GuestOSProfile is not null))
        {
            throw TemplateErrors.NoCustomization.For(Name);
        }

        DeploymentPlan plan = PlanOf(lab, source, lab.Jobs.NextNumber);
        VMLimits.DemandMemory(host, Name, (long)plan.Hardware.MemoryMB << 20);
        VMLimits.DemandProcessors(host, Name, plan.Hardware.CPUCount);
        DeploymentPlans.Demand(lab, plan, source.File);
        (_source, _plan) = (source, plan);
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        Deployments.Begin(lab, job, Agents.Of(lab, VMHost)!.Server, _plan!, _source!, VMTemplate);

        // The journal keeps the request, and need not keep what was found out for it.
        (_source, _plan) = (null, null);
    }

    private DeploymentPlan PlanOf(LabState lab, DeploymentSource source, int number)
    {
        VMTemplate? template = lab.VMTemplates.Find(VMTemplate);
        GuestSettings? guest = lab.GuestOSProfiles.Find(GuestOSProfile)?.Guest ?? template?.Guest;
        guest = guest is null && !IsSaid ? null : Apply(guest ?? new GuestSettings());
        if (guest is { AnswerFile: { } answers })
        {
            guest = AnswerFiles.Require(lab, lab.LibraryResources[answers]).Merge(guest) with { AnswerFile = null };
        }

        HardwareSettings hardware = lab.HardwareProfiles.Find(HardwareProfile)?.Hardware
            ?? template?.Hardware
            ?? (lab.VirtualMachines.Find(VM) is { } vm ? TemplateMakings.HardwareOf(vm) : HardwareSettings.Usual);
        string folder = VMFiles.FolderOf(lab.Computers[VMHost], Name, Path);
        return new DeploymentPlan
        {
            Name = Name,
            Description = Description ?? string.Empty,
            Computer = VMHost,
            SourceComputer = source.Computer,
            SourcePath = source.Path,
            Path = Path,
            DiskPath = DeploymentPlans.DiskPath(folder, Name, Path, source.File, UseDiffDiskOptimization),
            ParentPath = UseDiffDiskOptimization ? DeploymentPlans.ParentPath(lab, VMHost, folder, Path, source) : null,
            Hardware = HardwareWishes.Apply(this, hardware),
            Guest = guest,
            ComputerName = guest is null ? string.Empty : DeploymentPlans.NameFor(lab, guest, number),
            Number = number,
            SwitchName = SwitchName,
            StartVM = StartVM,
        };
    }
}
