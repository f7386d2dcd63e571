using HyperVLab.Engine;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Properties;

/// <summary>Draws any request that the engine has, those of a lab's day more often than the others.</summary>
internal static class RandomRequests
{
    private static readonly Type[] s_kinds = [.. typeof(LabRequest).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(LabRequest)) && !type.IsAbstract)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .SelectMany(type => Enumerable.Repeat(type, RequestWeights.Of(type.Name)))];

    private static readonly long[] s_fills = [1, 1 << 20, 100 << 20, 1L << 30];

    /// <summary>A request that fits the lab more or less.</summary>
    public static LabRequest Next(Random random, LabState lab) => Of(s_kinds[random.Next(s_kinds.Length)], random, lab);

    /// <summary>One of a kind.</summary>
    public static LabRequest Of(Type kind, Random random, LabState lab)
    {
        var values = new Values(random, lab);
        var request = (LabRequest)Activator.CreateInstance(kind, nonPublic: true)!;
        foreach (StateProperty property in StateContract.Of(request.GetType()).Properties)
        {
            if (IsGiven(property, request, values))
            {
                property.Set(request, values.Of(property.Type, request.GetType().Name, property.Name));
            }
        }

        return request switch
        {
            AddVMHardDiskDrive drive when values.Chance(2) => PassThrough(drive, values, lab),
            CopyFile copy when !values.Chance(5) => RandomDiscs.Fitting(copy, values, lab),
            SetVMDvdDrive drive when !values.Chance(5) => RandomDiscs.Fitting(drive, values, lab),
            SaveVirtualMachine stored when !values.Chance(5) => RandomDiscs.Fitting(stored, values, lab),
            AddLibraryShare share when !values.Chance(5) => RandomDiscs.Fitting(share, values, lab),
            AddFault fault when !values.Chance(5) => RandomFaults.Fitting(fault, values, lab),

            // Left alone for virtual hours, a fill would take this computer's memory with it.
            StartWorkload { Kind: WorkloadKind.Fill } fill => fill with { SizeBytes = values.One(s_fills) },
            StartFlow flow when !values.Chance(5) => Fitting(flow, values, lab),
            SetTcpPort port when port.VM is not null => port with { Computer = null, Port = 5001 },
            _ => request,
        };
    }

    // A disk that the machine's host leaves alone: numbers drawn at random hardly ever name one.
    private static AddVMHardDiskDrive PassThrough(AddVMHardDiskDrive drawn, Values values, LabState lab)
    {
        HostDisk[] disks =
        [
            .. lab.HostDisks.Where(
                disk => disk.IsOffline && disk.Computer == lab.VirtualMachines.Find(drawn.VM)?.Computer),
        ];
        return disks.Length == 0 ? drawn : drawn with { Path = null, DiskNumber = values.One(disks).Number };
    }

    // Each end is a machine or a computer.
    private static StartFlow Fitting(StartFlow flow, Values values, LabState lab)
    {
        bool isFromVM = values.Chance(2) && lab.VirtualMachines.Count > 0;
        bool isToVM = values.Chance(2) && lab.VirtualMachines.Count > 0;
        return flow with
        {
            SourceVM = isFromVM ? values.One([.. lab.VirtualMachines]).Key : null,
            SourceComputer = isFromVM ? null : values.One([.. lab.Computers]).Key,
            DestinationVM = isToVM ? values.One([.. lab.VirtualMachines]).Key : null,
            DestinationComputer = isToVM ? null : values.One([.. lab.Computers]).Key,
            Port = 5001,
        };
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
