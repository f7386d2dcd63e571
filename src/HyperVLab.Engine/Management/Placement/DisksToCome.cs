using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Disks that are on their way to hosts and take no room there yet, so that several machines which are asked for at
/// once find places of their own; the machines themselves are there from the beginning.
/// </summary>
internal static class DisksToCome
{
    /// <summary>Takes their room on their hosts.</summary>
    public static void Count(LabState lab, IReadOnlyDictionary<Key<PhysicalComputer>, HostOffer> hosts)
    {
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            // From the next step on the room is taken by what is on the way.
            if (operation is { State: VmmOperationState.Running, Kind: VmmOperationKind.Deploy, StepIndex: 0 })
            {
                Deployment deployment = lab.Deployments[new(operation.Subject!.Value)];
                DeploymentPlan plan = deployment.Plan;
                hosts.GetValueOrDefault(deployment.Computer)?.TakeRoom(
                    DeploymentPlans.DemandOf(plan.Name, plan.Hardware, lab.StoredFiles.Find(deployment.Source)) with
                    {
                        Path = plan.Path is null ? null : PlaceWish.FolderOf(plan.Path, plan.Name),
                    });
            }
        }
    }
}
