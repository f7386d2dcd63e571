using System.Globalization;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Clustering.Requests;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Swarm;

/// <summary>
/// Repairs what a schedule broke, and takes back what its administrator did. What the cluster must do by itself nobody
/// does for it.
/// </summary>
internal static class SwarmRepairs
{
    /// <summary>The repair of a schedule, in order.</summary>
    public static IReadOnlyList<SwarmRepair> Of(SwarmPlan plan, SwarmTargets targets) =>
    [
        new(StopPings, TimeSpan.Zero),
        new(RemoveFaults, SwarmSettings.HostStop),
        new(lab => StartHosts(lab, plan), SwarmSettings.HostStart),
        new(lab => StartNodes(lab, plan), TimeSpan.FromMinutes(2)),
        new(ResumeNodes, TimeSpan.FromMinutes(2)),
        new(_ => ResumeVolumes(plan), TimeSpan.FromMinutes(2)),
        new(Dismount, TimeSpan.Zero),
        new(lab => StartMachines(lab, plan, targets), TimeSpan.Zero),
    ];

    /// <summary>Whether an administrator took a machine down, so that nothing but he brings it back.</summary>
    public static bool MayBeDown(SwarmPlan plan, SwarmTargets targets, Key<VirtualMachine> vm)
    {
        int index = -1;
        for (int number = 0; number < targets.VMs.Count; number++)
        {
            index = targets.VMs[number] == vm ? number : index;
        }

        return plan.Steps.Any(step => step.Request switch
        {
            VMActionRequest action => action.VM == vm,
            RestoreVMSnapshot => HasCheckpoint(plan, vm),
            StopClusterGroup stop => index >= 0 && targets.Groups[index] == stop.Group,
            StopClusterResource stop => index >= 0 && targets.Machines[index] == stop.Resource,
            SetClusterGroup { Priority: 0 } rank => index >= 0 && targets.Groups[index] == rank.Group,
            SuspendClusterResource { RedirectedAccess: false } suspend => index >= 0 && IsOn(targets, index, suspend),
            _ => index < 0,
        });
    }

    // Which checkpoint a key means shows only when the schedule is played.
    private static bool HasCheckpoint(SwarmPlan plan, Key<VirtualMachine> vm) =>
        plan.Steps.Any(step => step.Request is CheckpointVM checkpoint && checkpoint.VM == vm);

    // Who puts a volume into maintenance takes the machines on it offline.
    private static bool IsOn(SwarmTargets targets, int index, SuspendClusterResource suspend)
    {
        for (int number = 0; number < targets.Volumes.Count; number++)
        {
            string folder = string.Create(
                CultureInfo.InvariantCulture, $@"{ClusterSettings.SharedVolumesRoot}\Volume{number + 1}\");
            if (targets.Volumes[number] == suspend.SharedVolume
                && targets.Disks[index].StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlyList<LabRequest> StopPings(LabState lab) =>
        [.. lab.Jobs.Where(static job => !job.HasEnded && job.Name == nameof(TestConnection))
            .Select(static job => new StopJob { Job = job.Key })];

    private static IReadOnlyList<LabRequest> RemoveFaults(LabState lab) =>
        [.. lab.Faults.Select(static fault => new RemoveFault { Fault = fault.Key })];

    private static IReadOnlyList<LabRequest> StartHosts(LabState lab, SwarmPlan plan) =>
        [.. plan.Steps.Select(static step => step.Request).OfType<StopHost>().Select(static stop => stop.Computer)
            .Distinct().Where(host => !lab.Computers[host].IsRunning)
            .Select(static host => new StartHost { Computer = host })];

    private static IReadOnlyList<LabRequest> StartNodes(LabState lab, SwarmPlan plan) =>
        [.. plan.Steps.Select(static step => step.Request).OfType<StopClusterNode>().Select(static stop => stop.Node)
            .Distinct().Where(node => lab.ClusterNodes.Find(node) is { IsServiceRunning: false })
            .Select(static node => new StartClusterNode { Node = node })];

    private static IReadOnlyList<LabRequest> ResumeNodes(LabState lab) =>
        [.. lab.ClusterNodes.Where(static node => node.IsPaused)
            .Select(static node => new ResumeClusterNode { Node = node.Key })];

    // What an administrator suspends or backs up stays so until he has done.
    private static IReadOnlyList<LabRequest> ResumeVolumes(SwarmPlan plan) =>
        [.. plan.Steps.SelectMany<SwarmStep, LabRequest>(static step => step.Request switch
            {
                SuspendClusterResource suspend => [new ResumeClusterResource { SharedVolume = suspend.SharedVolume }],
                StartClusterSharedVolumeBackup backup => [new StopClusterSharedVolumeBackup { Volume = backup.Volume }],
                _ => [],
            })
            .Distinct()];

    private static IReadOnlyList<LabRequest> Dismount(LabState lab) =>
        [.. lab.MountedDisks.All.Select(disk => lab.StoredFiles[disk.File] is var file
            && PathResolver.PathOf(lab, disk.Mount!.Computer, file) is { } path
                ? new DismountVHD { Computer = disk.Mount.Computer, Path = path }
                : null).OfType<LabRequest>()];

    private static List<LabRequest> StartMachines(LabState lab, SwarmPlan plan, SwarmTargets targets)
    {
        List<LabRequest> requests = [];
        for (int index = 0; index < targets.VMs.Count; index++)
        {
            if (!MayBeDown(plan, targets, targets.VMs[index])
                || lab.VirtualMachines.Find(targets.VMs[index]) is not { } vm)
            {
                continue;
            }

            requests.Add(vm.State == VMState.Paused
                ? new ResumeVM { VM = vm.Key }
                : new StartClusterGroup { Group = targets.Groups[index] });
        }

        return requests;
    }
}
