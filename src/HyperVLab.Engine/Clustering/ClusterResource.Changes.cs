using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

public sealed partial class ClusterResource
{
    /// <summary>Enters a state.</summary>
    internal void Enter(ClusterResourceState state)
    {
        (State, FailureReason, StatusInformation) = (state, null, ClusterResourceStatusInformation.None);
        EndMaintenance();
    }

    /// <summary>Has failed.</summary>
    internal void Fail(string reason, ClusterResourceStatusInformation status)
    {
        (State, FailureReason, StatusInformation) = (ClusterResourceState.Failed, reason, status);
        EndMaintenance();
    }

    /// <summary>Is in maintenance, or no more.</summary>
    internal void Maintain(bool isInMaintenance) => IsInMaintenance = isInMaintenance;

    /// <summary>Is to be online, or not.</summary>
    internal void Want(bool online) => PersistentState = online;

    /// <summary>Needs others to be online first.</summary>
    internal void DependOn(IReadOnlyList<Key<ClusterResource>> others) => DependsOn = others;

    /// <summary>Can be owned by these nodes only, or by every one.</summary>
    internal void LimitTo(IReadOnlyList<Key<ClusterNode>> owners) => PossibleOwners = owners;

    /// <summary>Brings a disk online.</summary>
    internal void Keep(Key<Lun> lun) => Lun = lun;

    /// <summary>Brings a virtual machine, or its configuration, online.</summary>
    internal void Keep(Key<VirtualMachine> vm, RowsBy<VirtualMachine, ClusterResource> index)
    {
        VM = vm;
        index.Follow(this);
    }

    /// <summary>Brings an address online, or names a share.</summary>
    internal void Keep(string address) => Address = address;

    /// <summary>Answers somewhere, or no more.</summary>
    internal void AnswerAt(Key<Station>? station) => Station = station;

    /// <summary>Goes into another group, which the index of the groups' resources has to know.</summary>
    internal void MoveTo(Key<ClusterGroup> group, RowsBy<ClusterGroup, ClusterResource> index)
    {
        Group = group;
        index.Follow(this);
    }

    /// <summary>Takes another name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Is described.</summary>
    internal void Describe(string description) => Description = description;

    /// <summary>Lets something else happen to its virtual machine when it goes offline.</summary>
    internal void SetOfflineAction(VirtualMachineOfflineAction action) => OfflineAction = action;

    /// <summary>Lets a lost heartbeat be a failure, or not.</summary>
    internal void CheckHeartbeat(bool isChecked) => ChecksHeartbeat = isChecked;

    /// <summary>Is looked at later, or no more.</summary>
    internal void CheckAt(long? sequence) => HealthSequence = sequence;

    /// <summary>Is restarted by other rules.</summary>
    internal void SetRestart(ResourceRestartAction action, int threshold, TimeSpan period) =>
        (RestartAction, RestartThreshold, RestartPeriod) = (action, threshold, period);

    /// <summary>Remembers when it was restarted.</summary>
    internal void RememberRestarts(IReadOnlyList<TimeSpan> restarts) => Restarts = restarts;

    // Only a disk that is online is in maintenance.
    private void EndMaintenance() => IsInMaintenance &= State == ClusterResourceState.Online;
}
