using System.Collections.Frozen;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Compute.Queries;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
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
        [typeof(FindVMHosts)] = new(static (_, _) => [], static _ => [], static (answer, sight) =>
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
            static (_, query) => [((VirtualHardDiskQuery)query).Computer],
            static query => [(((VirtualHardDiskQuery)query).Computer, ((VirtualHardDiskQuery)query).Path)],
            static (answer, _) => answer),
        [typeof(PasswordSalt)] = About<PasswordSalt>(static _ => []),
        [typeof(SecretSalt)] = About<SecretSalt>(static _ => []),
        [typeof(ConversionSourceQuery)] = About<ConversionSourceQuery>(static _ => []) with { IsOfFabric = true },
        [typeof(MachineConfigurationQuery)] = new(
            static (lab, query) =>
                Opens(lab, (MachineConfigurationQuery)query) ? [] : [((MachineConfigurationQuery)query).Computer],
            static _ => [],
            static (answer, _) => answer)
        {
            IsOfFabric = true,
            Knows = static (lab, query) => Opens(lab, (MachineConfigurationQuery)query)
                ? [lab.NameOf(((MachineConfigurationQuery)query).Computer)]
                : [],
        },
        [typeof(HostRatingQuery)] = new(
            static (_, query) => KeysOf((HostRatingQuery)query),
            static _ => [],
            static (answer, sight) => ((IReadOnlyList<VMHostRatingView>)answer)
                .Where(view => sight.Sees(new Key<PhysicalComputer>(view.ComputerKey))).ToArray())
        {
            IsOfFabric = true,
        },
        [typeof(DynamicOptimizationQuery)] = new(
            static (lab, query) => KeysOf(lab, (DynamicOptimizationQuery)query),
            static _ => [],
            static (answer, _) => answer)
        {
            IsOfFabric = true,
        },
        [typeof(VMSwitchPortQuery)] = About<VMSwitchPortQuery>(
            static query => [new Key<VirtualSwitch>(query.Switch)]) with { IsOfFabric = true },
    }.ToFrozenDictionary();

    /// <summary>The types of the questions that are open to somebody else.</summary>
    public static IEnumerable<Type> Open => s_all.Keys.OrderBy(static type => type.Name, StringComparer.Ordinal);

    /// <summary>What a question needs; null where only an administrator of the lab may ask it.</summary>
    public static QueryRight? Of(object query) => s_all.GetValueOrDefault(query.GetType());

    private static bool Opens(LabState lab, MachineConfigurationQuery query) =>
        lab.Computers.Contains(query.Computer.Number) && SourceAccess.Proves(lab, query.Computer, query.Credential);

    private static IEnumerable<IKey> KeysOf(HostRatingQuery query) =>
    [
        .. new IKey?[] { query.VM, query.VMTemplate, query.HardwareProfile, query.VMConfiguration }.OfType<IKey>(),
        .. (query.Hosts ?? []).Select(static host => (IKey)host),
        .. (query.Groups ?? []).Select(static group => (IKey)group),
    ];

    private static IEnumerable<IKey> KeysOf(LabState lab, DynamicOptimizationQuery query) =>
    [
        .. query.Group is { } group ? [group, .. HostOptimizations.KeysOf(lab, group)] : Array.Empty<IKey>(),
        .. query.Cluster is { } cluster ? [cluster] : Array.Empty<IKey>(),
    ];

    private static QueryRight About<T>(Func<T, IEnumerable<IKey>> keys) =>
        new((_, query) => keys((T)query), static _ => [], static (answer, _) => answer);
}
