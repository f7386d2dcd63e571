using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// What virtual machines that are being made will take beside what they have as machines already, so that several which
/// are asked for at once find places of their own.
/// </summary>
internal static class MachinesToCome
{
    /// <summary>Counts it on their hosts.</summary>
    public static void Count(LabState lab, IReadOnlyDictionary<Key<PhysicalComputer>, HostOffer> hosts)
    {
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (operation is { State: VmmOperationState.Running, Kind: VmmOperationKind.Deploy }
                && lab.Deployments.Find(new(operation.Subject!.Value)) is { } deployment
                && lab.VirtualMachines.Find(deployment.VM) is { IsClustered: false }
                && hosts.TryGetValue(deployment.Computer, out HostOffer? host))
            {
                // From the second step on its room is taken by what is on the way.
                host.Expect(DemandOf(lab, deployment), takesRoom: operation.StepIndex == 0);
            }
        }
    }

    private static PlacementDemand DemandOf(LabState lab, Deployment deployment)
    {
        DeploymentPlan plan = deployment.Plan;
        StoredFile? source = lab.StoredFiles.Find(deployment.Source);
        return DeploymentPlans.DemandOf(plan.Name, plan.Hardware, source) with
        {
            Path = plan.Path is null ? null : PlaceWish.FolderOf(plan.Path, plan.Name),
        };
    }
}
