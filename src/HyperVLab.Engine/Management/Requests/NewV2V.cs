using HyperVLab.Disks;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Requests;

/// <summary>Converts a virtual machine of VMware, whose files are in the library, into one of a managed host.</summary>
public sealed record NewV2V : LabRequest
{
    private IReadOnlyList<VhdPlan>? _disks;

    /// <summary>The network path of its configuration (.vmx) in the library.</summary>
    public required string VMXPath { get; init; }

    /// <summary>The host that gets the virtual machine.</summary>
    public required Key<PhysicalComputer> VMHost { get; init; }

    /// <summary>What the virtual machine is called; null for the name in its configuration.</summary>
    public string? Name { get; init; }

    /// <summary>The folder in which its own folder is made; null for the host's default.</summary>
    public string? Path { get; init; }

    /// <summary>Its memory in megabytes; null for what its configuration says.</summary>
    public int? MemoryMB { get; init; }

    /// <summary>Its processors; null for what its configuration says.</summary>
    public int? CPUCount { get; init; }

    /// <summary>The virtual switch to which it is connected; null for none.</summary>
    public string? VirtualNetwork { get; init; }

    /// <summary>Whether it is started in the end.</summary>
    public bool StartVM { get; init; }

    /// <summary>Whether no integration services are put into the copy.</summary>
    public bool SkipInstallVirtualizationGuestServices { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        ManagedComputer managed = VmmAccess.DemandManaged(lab, caller, VMHost);
        PhysicalComputer host = lab.RequireFeature(VMHost, FeatureCatalogue.HyperV);
        VmxSource source = VmxSource.Require(lab, VMXPath);
        VmmServer manager = lab.VmmServers[managed.Server];
        if (!Agents.Answers(lab, manager, source.Computer))
        {
            string name = lab.NameOf(source.Computer);
            throw V2VErrors.LibraryNotReached.For(name, name, manager.Name);
        }

        VMLimits.DemandName(NameOf(source));
        VMLimits.DemandMemory(host, NameOf(source), (long)MegabytesOf(source) << 20);
        VMLimits.DemandProcessors(host, NameOf(source), CPUCount ?? source.Machine.ProcessorCount);
        if (VirtualNetwork is { } network)
        {
            VMAdapters.RequireSwitch(lab, VMHost, network);
        }

        VMFiles.DemandConfiguration(lab, VMHost, FolderOf(lab, source), Guid.Empty);
        _disks = [.. source.Disks.Select((file, index) => PlanOf(lab, source, file, index))];
    }

    /// <inheritdoc/>
    internal override void Write(LabState lab, LabCaller caller)
    {
        VmxSource source = VmxSource.Require(lab, VMXPath);
        _disks =
        [
            .. _disks!.Select((plan, index) => plan with
            {
                FileSizeBytes = VmxSource.Write(
                    lab,
                    plan,
                    source.Disks[index],
                    SkipInstallVirtualizationGuestServices ? null : lab.Computers[VMHost]),
            }),
        ];
        foreach (VhdPlan plan in _disks)
        {
            Volume on = plan.Path.Volume;
            FileTable.DemandSpace(lab, on, plan.Path.Full, CheckpointDisks.NeedOf(_disks, on));
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        VmxSource source = VmxSource.Require(lab, VMXPath);
        Conversion conversion = lab.Conversions.Add(
            key => new Conversion(key, source.Computer, VMHost, NameOf(source)));
        conversion.Copy(
            [
                .. _disks!.Select((plan, index) => new ConvertedDisk(
                    source.Disks[index].Name,
                    plan.Path.Full,
                    VirtualDiskFiles.Add(lab, plan).File,
                    source.Measure(lab, source.Disks[index]).FileBytes)),
            ],
            isOffline: false,
            shutsDownSource: false);
        conversion.Make(
            Path, (long)MegabytesOf(source) << 20, CPUCount ?? source.Machine.ProcessorCount, VirtualNetwork);
        conversion.Complete(StartVM, !SkipInstallVirtualizationGuestServices);
        VmmOperations.Begin(
            lab,
            VmmOperationKind.ConvertV2V,
            Agents.Of(lab, VMHost)!.Server,
            job,
            [VMHost],
            conversion.Key.Number);

        // The journal keeps the request, and need not keep what was found out for it.
        _disks = null;
    }

    private VhdPlan PlanOf(LabState lab, VmxSource source, StoredFile file, int index)
    {
        string name = file.Name[..file.Name.LastIndexOf('.')];
        VhdPlan plan = VirtualDiskFiles.Plan(lab, VMHost, new VhdSpecification
        {
            Path = $@"{FolderOf(lab, source)}\{name}.vhd",
            SizeBytes = source.Measure(lab, file).SizeBytes,
            VhdType = VhdType.Dynamic,
        });
        return plan with
        {
            Identifier = lab.Draws.Identifier(VhdPlanner.IdentifierPurpose, lab.StoredDisks.NextNumber + index),
        };
    }

    private string NameOf(VmxSource source) => Name ?? source.Machine.Name ?? NameOfFile;

    private string NameOfFile => VMXPath[(VMXPath.LastIndexOf('\\') + 1)..].Split('.')[0];

    private int MegabytesOf(VmxSource source) => MemoryMB ?? source.Machine.MemoryMegabytes;

    private string FolderOf(LabState lab, VmxSource source) => VMFiles.FolderOf(
        lab.Computers[VMHost], NameOf(source), Path ?? lab.Computers[VMHost].VirtualMachinePath);
}
