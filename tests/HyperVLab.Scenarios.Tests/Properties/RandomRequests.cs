using HyperVLab.Engine;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>Draws any request that the engine has, those of a lab's day more often than the others.</summary>
internal static class RandomRequests
{
    private const int Usual = 2;

    private static readonly Dictionary<string, int> s_weights = new(StringComparer.Ordinal)
    {
        ["StartVM"] = 30,
        ["StopVM"] = 12,
        ["SaveVM"] = 10,
        ["SuspendVM"] = 10,
        ["ResumeVM"] = 10,
        ["NewVM"] = 14,
        ["InstallGuestOS"] = 6,
        ["AddVMHardDiskDrive"] = 6,
        ["CheckpointVM"] = 14, ["RestoreVMSnapshot"] = 8, ["RemoveVMSnapshot"] = 12,
        ["AddClusterVirtualMachineRole"] = 10,
        ["MoveClusterVirtualMachineRole"] = 24,
        ["MoveVM"] = 12,
        ["MoveClusterGroup"] = 8,
        ["MoveClusterSharedVolume"] = 8,
        ["SuspendClusterResource"] = 12, ["ResumeClusterResource"] = 20,
        ["StartClusterSharedVolumeBackup"] = 6, ["StopClusterSharedVolumeBackup"] = 8,
        ["StartClusterGroup"] = 16, ["SetClusterGroup"] = 6,
        ["StartClusterResource"] = 8, ["SetClusterOwnerNode"] = 6,
        ["StartClusterNode"] = 12, ["SuspendClusterNode"] = 6, ["ResumeClusterNode"] = 8,
        ["StopJob"] = 14,
        ["StopHost"] = 5, ["StartHost"] = 24, ["RestartHost"] = 4,
        ["NewVHD"] = 8, ["MountVHD"] = 8, ["DismountVHD"] = 6,
        ["NewLun"] = 6,
        ["AddLunMapping"] = 6,
        ["UpdateHostStorageCache"] = 6,
        ["ConnectStoragePath"] = 8,
        ["ConnectNetAdapter"] = 8,
        ["TestConnection"] = 8,
        ["StartWorkload"] = 7, ["AddFault"] = 16, ["RemoveFault"] = 16,
        ["NewLab"] = 1, ["AddHost"] = 1, ["AddChassis"] = 1, ["AddStorageArray"] = 1,
        ["RemoveCluster"] = 1, ["RemoveClusterNode"] = 1,
    };

    private static readonly Type[] s_kinds = [.. typeof(LabRequest).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LabRequest)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(type => Enumerable.Repeat(type, s_weights.GetValueOrDefault(type.Name, Usual)))];

    /// <summary>A request that fits the lab more or less.</summary>
    public static LabRequest Next(Random random, LabState lab)
    {
        var values = new Values(random, lab);
        var request = (LabRequest)Activator.CreateInstance(values.One(s_kinds), nonPublic: true)!;
        foreach (StateProperty property in StateContract.Of(request.GetType()).Properties)
        {
            if (IsGiven(property, request, values))
            {
                property.Set(request, values.Of(property.Type, request.GetType().Name, property.Name));
            }
        }

        return request is AddFault fault && !values.Chance(5) ? RandomFaults.Fitting(fault, values, lab) : request;
    }

    // What has a value already is rarely said, and what may be missing not always.
    private static bool IsGiven(StateProperty property, LabRequest request, Values values) =>
        property.Type.Kind == StateKind.Boolean && !property.IsNullable ? values.Chance(3)
        : property.IsNullable ? values.Chance(3)
        : property.Get(request) is null or IKey || IsRequired(property, request) || values.Chance(6);

    private static bool IsRequired(StateProperty property, LabRequest request) =>
        request.GetType().GetProperty(property.Name)!
            .IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: true);
}
