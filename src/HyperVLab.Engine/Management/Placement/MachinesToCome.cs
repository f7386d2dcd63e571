using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Virtual machines that are being made on hosts and count there already, so that several which are asked for at once
/// find places of their own.
/// </summary>
internal static class MachinesToCome
{
    /// <summary>Counts them on their hosts.</summary>
    public static void Count(LabState lab, IReadOnlyDictionary<Key<PhysicalComputer>, HostOffer> hosts)
    {
        foreach (VmmOperation operation in lab.VmmOperations)
        {
            if (operation.State != VmmOperationState.Running)
            {
                continue;
            }

            if (operation.Kind == VmmOperationKind.Deploy
                && lab.Deployments[new(operation.Subject!.Value)] is { VM: null } deployment)
            {
                hosts.GetValueOrDefault(deployment.Computer)?.Take(DemandOf(lab, operation, deployment));
            }
            else if (Conversions.IsConversion(operation)
                && Conversions.Of(lab, operation) is { VM: null } conversion)
            {
                hosts.GetValueOrDefault(conversion.Machine.Target)?.Take(
                    conversion.Machine.DemandFor(0) with { DiskBytes = 0, Path = null });
            }
        }
    }

    private static PlacementDemand DemandOf(LabState lab, VmmOperation operation, Deployment deployment)
    {
        DeploymentPlan plan = deployment.Plan;
        StoredFile? source = lab.StoredFiles.Find(deployment.Source);
        PlacementDemand demand = DeploymentPlans.DemandOf(plan.Name, plan.Hardware, source);

        // From the next step on its room is taken by what is on the way.
        return demand with
        {
            DiskBytes = operation.StepIndex == 0 ? demand.DiskBytes : 0,
            Path = plan.Path is null ? null : PlaceWish.FolderOf(plan.Path, plan.Name),
        };
    }
}
