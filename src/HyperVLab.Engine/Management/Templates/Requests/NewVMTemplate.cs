using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>
/// Makes a template: of a virtual hard disk of the library, of another template, or of a virtual machine, which is no
/// more afterwards.
/// </summary>
public sealed record NewVMTemplate : MachineWish
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The virtual hard disk of the library.</summary>
    public Key<LibraryResource>? VirtualHardDisk { get; init; }

    /// <summary>The template that it begins as.</summary>
    public Key<VMTemplate>? VMTemplate { get; init; }

    /// <summary>The virtual machine that becomes it: its guest is generalized, its disk goes to the library, and it is
    /// removed.</summary>
    public Key<VirtualMachine>? VM { get; init; }

    /// <summary>Where a virtual machine's disk goes: the network path of a library share or of a folder in it; null for
    /// the only share.</summary>
    public string? SharePath { get; init; }

    /// <summary>The hardware that it begins with.</summary>
    public Key<HardwareProfile>? HardwareProfile { get; init; }

    /// <summary>What guests are told to begin with.</summary>
    public Key<GuestOSProfile>? GuestOSProfile { get; init; }

    /// <summary>Whether guests are left as they are on the disk.</summary>
    public bool NoCustomization { get; init; }

    /// <summary>The server that keeps it; null for the only one.</summary>
    public Key<VmmServer>? VMMServer { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        VmmServer server = VmmAccess.Demand(lab, caller, VMMServer);
        Templates.DemandName(Name, lab.VMTemplates, other => other.Server == server.Key, "template");
        Libraries.DemandText(Description);
        HardwareWishes.Demand(this);
        DemandGuest(lab);
        if (NoCustomization && (GuestOSProfile is not null || IsSaid))
        {
            throw TemplateErrors.NoCustomization.For(Name);
        }

        switch ((VirtualHardDisk, VMTemplate, VM))
        {
            case ({ } disk, null, null):
                Templates.DemandDisk(lab, caller, disk);
                break;
            case (null, { } other, null):
                DemandFinished(lab.VMTemplates[other]);
                break;
            case (null, null, { } vm):
                TemplateMakings.Demand(lab, caller, lab.VirtualMachines[vm], SharePath);
                break;
            default:
                throw TemplateErrors.SourceMissing.For(Name);
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmmServer server = VmmAccess.Meant(lab, VMMServer);
        VMTemplate? other = lab.VMTemplates.Find(VMTemplate);
        HardwareSettings hardware = lab.HardwareProfiles.Find(HardwareProfile)?.Hardware
            ?? other?.Hardware
            ?? (VM is { } machine ? TemplateMakings.HardwareOf(lab.VirtualMachines[machine]) : HardwareSettings.Usual);
        GuestSettings guest = lab.GuestOSProfiles.Find(GuestOSProfile)?.Guest ?? other?.Guest ?? new GuestSettings();
        bool isLeft = NoCustomization || (other is { Guest: null } && GuestOSProfile is null && !IsSaid);
        VMTemplate template = lab.VMTemplates.Add(key => new VMTemplate(
            key,
            server.Key,
            Name,
            VirtualHardDisk ?? other?.Disk,
            HardwareWishes.Apply(this, hardware),
            isLeft ? null : Apply(guest),
            lab.Now));
        template.Change(Name, Description ?? string.Empty, template.Hardware, template.Guest, lab.Now);
        job.Give(template.Key);
        ResourceGrants.Adopt(lab, template.Key, server.Key, job.Caller);
        if (VM is { } vm)
        {
            TemplateMakings.Begin(lab, job, template, lab.VirtualMachines[vm], SharePath);
        }
    }

    private static void DemandFinished(VMTemplate template)
    {
        if (template.Disk is null)
        {
            throw TemplateErrors.TemplateUnfinished.For(template.Name, template.Name);
        }
    }
}
