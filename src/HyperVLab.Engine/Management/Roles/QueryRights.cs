using System.Collections.Frozen;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// The questions that others than administrators of the lab may ask. Whatever is not named here is closed to them.
/// </summary>
internal static class QueryRights
{
    private static readonly FrozenDictionary<Type, QueryRight> s_all = new Dictionary<Type, QueryRight>
    {
        [typeof(FindVMHosts)] = new(static _ => [], static _ => [], static (answer, sight) =>
            ((IReadOnlyList<VMHostView>)answer)
                .Where(view => sight.Sees(new Key<PhysicalComputer>(view.Key))).ToArray()),
        [typeof(ClusterValidationTests)] = About<ClusterValidationTests>(static _ => []),
        [typeof(VMBusChannelQuery)] = About<VMBusChannelQuery>(static query => [query.VM]),
        [typeof(HypervisorPartitionQuery)] = About<HypervisorPartitionQuery>(static query => [query.Computer]),
        [typeof(HardDiskDriveWayQuery)] = About<HardDiskDriveWayQuery>(static query => [query.Drive]),
        [typeof(NetworkAdapterWayQuery)] = About<NetworkAdapterWayQuery>(static query => [query.Adapter]),
        [typeof(WorkloadProofQuery)] = About<WorkloadProofQuery>(static query => [query.VM]),
        [typeof(VMSwitchMacQuery)] = About<VMSwitchMacQuery>(static query => [new Key<VirtualSwitch>(query.Switch)]),
        [typeof(VmqQueueQuery)] = About<VmqQueueQuery>(static query => [new Key<NetworkAdapter>(query.Card)]),
        [typeof(ClusterAvailableDisks)] = About<ClusterAvailableDisks>(static query => [query.Cluster]),
        [typeof(ClusterResourceParameters)] = About<ClusterResourceParameters>(static query => [query.Resource]),
        [typeof(ClusterSharedVolumeStates)] = About<ClusterSharedVolumeStates>(static query => [query.Volume]),
        [typeof(VirtualHardDiskQuery)] = new(
            static query => [((VirtualHardDiskQuery)query).Computer],
            static query => [(((VirtualHardDiskQuery)query).Computer, ((VirtualHardDiskQuery)query).Path)],
            static (answer, _) => answer),
    }.ToFrozenDictionary();

    /// <summary>The types of the questions that are open to somebody else.</summary>
    public static IEnumerable<Type> Open => s_all.Keys.OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>What a question needs; null where only an administrator of the lab may ask it.</summary>
    public static QueryRight? Of(object query) => s_all.GetValueOrDefault(query.GetType());

    private static QueryRight About<T>(Func<T, IEnumerable<IKey>> keys) =>
        new(query => keys((T)query), static _ => [], static (answer, _) => answer);
}
