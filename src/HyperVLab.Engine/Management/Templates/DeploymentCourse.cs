using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>How a virtual machine is made of a disk that is copied to its host.</summary>
internal static class DeploymentCourse
{
    /// <summary>The steps.</summary>
    public static IReadOnlyList<CourseStep> Steps { get; } =
    [
        CourseStep.Of("Create virtual machine", 0, TimeSpan.Zero),
        TransferSteps.Of("Deploy file (using LAN)", 1, Plans) with
        {
            Begins = Send,
            Fails = static (lab, operation) => Agents.Lost(lab, operation) ?? SourceGone(lab, Of(lab, operation)),
            Writes = static (lab, operation) => Receive(lab, Of(lab, operation)),
        },
        new("Change properties of virtual machine", 1)
        {
            Duration = static (_, _) => TemplateSettings.Configuration,
            Fails = static (lab, operation) => Agents.Lost(lab, operation)
                ?? Gone(Of(lab, operation)) ?? DiskGone(Of(lab, operation)),
            Writes = static (lab, operation) => Configure(lab, Of(lab, operation)),
        },
        new("Customize virtual machine", 1)
        {
            Duration = static (lab, operation) => Of(lab, operation).Plan.Guest is null
                ? TimeSpan.Zero
                : TemplateSettings.Customization,
            Fails = static (lab, operation) => Agents.Lost(lab, operation)
                ?? Unfit(lab, Of(lab, operation)),
            Writes = static (lab, operation) => Customize(lab, operation, Of(lab, operation)),
        },
        new("Start virtual machine", 1)
        {
            IsOfWholeMachine = true,
            Begins = static (lab, operation) => Release(lab, Of(lab, operation)),
            Fails = static (lab, operation) => Agents.Lost(lab, operation) ?? Gone(Of(lab, operation)),
            Writes = static (lab, operation) =>
                MakeAvailable(lab, operation, Of(lab, operation)) ?? Start(lab, Of(lab, operation)),
        },
    ];

    private static Deployment Of(LabState lab, VmmOperation operation) =>
        lab.Deployments[new(operation.Subject!.Value)];

    // Another machine's job may have brought the disk that both differ from, since this one was halted.
    private static StepFailure? Send(LabState lab, VmmOperation operation)
    {
        IReadOnlyList<TransferPlan> plans = Plans(lab, operation);
        if (plans.Count == 0)
        {
            Transfers.Forget(lab, operation);
        }

        return Transfers.Begin(lab, operation, plans);
    }

    private static IReadOnlyList<TransferPlan> Plans(LabState lab, VmmOperation operation)
    {
        Deployment deployment = Of(lab, operation);
        DeploymentPlan plan = deployment.Plan;
        StoredFile source = lab.StoredFiles[deployment.Source!.Value];
        return plan.ParentPath is not null && DeploymentPlans.ParentOn(lab, plan, source) is not null
            ? []
            : [DiskCopies.PlanOf(
                source, plan.SourceComputer, plan.Computer, plan.ParentPath ?? plan.DiskPath)];
    }

    private static StepFailure? SourceGone(LabState lab, Deployment deployment)
    {
        DeploymentPlan plan = deployment.Plan;
        if (lab.StoredFiles.Find(deployment.Source) is not null
            && VMDrives.FileOn(lab, plan.SourceComputer, plan.SourcePath, out string fault) is not null)
        {
            return null;
        }

        return new StepFailure(
            TemplateErrors.SourceGone, plan.Name, plan.Name, $"{lab.NameOf(plan.SourceComputer)} {plan.SourcePath}");
    }

    private static StepFailure? DiskGone(Deployment deployment) => deployment.Disk is null
        ? new StepFailure(TemplateErrors.DiskGone, deployment.Plan.Name, deployment.Plan.Name)
        : null;

    private static StepFailure? Gone(Deployment deployment) => deployment.VM is null
        ? new StepFailure(TemplateErrors.VMGone, deployment.Plan.Name, deployment.Plan.Name)
        : null;

    private static StepFailure? Unfit(LabState lab, Deployment deployment)
    {
        if ((Gone(deployment) ?? DiskGone(deployment)) is { } gone)
        {
            return gone;
        }

        return deployment.Plan.Guest is null
            ? null
            : GuestCustomization.Refusal(lab, deployment.Plan.Name, lab.StoredFiles[deployment.Disk!.Value]);
    }

    private static StepFailure? Receive(LabState lab, Deployment deployment) =>
        DiskCopies.Try(deployment.Plan.Name, () =>
        {
            DeploymentPlan plan = deployment.Plan;
            deployment.Receive(plan.ParentPath is { } parent
                ? DiskCopies.Differ(lab, plan.Computer, parent, plan.DiskPath).Key
                : FileTable.Require(lab, plan.Computer, plan.DiskPath).Key);
        });

    private static StepFailure? Configure(LabState lab, Deployment deployment) =>
        DiskCopies.Try(deployment.Plan.Name, () =>
        {
            DeploymentPlan plan = deployment.Plan;
            VirtualMachine vm = lab.VirtualMachines[deployment.VM!.Value];
            ResolvedPath configuration = VMFiles.DemandConfiguration(
                lab,
                plan.Computer,
                VMFiles.FolderOf(lab.Computers[plan.Computer], plan.Name, plan.Path),
                plan.Name,
                vm.Id);
            VMFiles.CreateConfiguration(lab, vm, configuration);
            VMFactory.AddAdapter(lab, vm, VMFactory.AdapterName, isLegacy: false, plan.SwitchName);
            VMFactory.AddDrive(lab, vm, ControllerType.IDE, 0, 0, plan.DiskPath);
            VMFactory.AddDvdDrive(lab, vm, ComputeSettings.FirstDvdPlace, path: null);
            deployment.Make();
        });

    private static StepFailure? Customize(LabState lab, VmmOperation operation, Deployment deployment) =>
        deployment.Plan.Guest is null
            ? null
            : DiskCopies.Try(deployment.Plan.Name, () => GuestCustomization.Run(
                lab, lab.Jobs[operation.Job], deployment.Plan, lab.StoredFiles[deployment.Disk!.Value]));

    private static StepFailure? Release(LabState lab, Deployment deployment)
    {
        lab.VirtualMachines[deployment.VM!.Value].HoldFor(null);
        return null;
    }

    // A cluster takes no machine that is still being made.
    private static StepFailure? MakeAvailable(LabState lab, VmmOperation operation, Deployment deployment)
    {
        Key<VirtualMachine> vm = deployment.VM!.Value;
        if (!deployment.Plan.Hardware.HighlyAvailable || lab.VirtualMachines[vm].IsClustered)
        {
            return null;
        }

        return DiskCopies.Try(deployment.Plan.Name, () =>
        {
            VirtualMachineRole.Demand(lab, vm, null);
            ClusterGroup role = VirtualMachineRole.Add(lab, vm, null, lab.Jobs[operation.Job]);
            role.KeepApart([.. role.AntiAffinityClassNames.Union(
                deployment.Plan.AvailabilitySetNames, StringComparer.OrdinalIgnoreCase)]);
        });
    }

    private static StepFailure? Start(LabState lab, Deployment deployment)
    {
        if (!deployment.Plan.StartVM)
        {
            return null;
        }

        if (VMControl.Refusal(lab, deployment.VM!.Value, VMAction.Start) is { } refusal)
        {
            return new StepFailure(refusal.Error, refusal.Target ?? deployment.Plan.Name, [.. refusal.Arguments]);
        }

        VMControl.Start(lab, deployment.VM!.Value);
        return null;
    }
}
