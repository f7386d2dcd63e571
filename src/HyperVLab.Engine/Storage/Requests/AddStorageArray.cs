using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage.Requests;

/// <summary>Puts shared storage into the lab: a SAN array, or the integrated storage of a chassis.</summary>
public sealed record AddStorageArray : LabRequest
{
    /// <summary>Its name, unique in the lab.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The chassis that it is part of: only its blades reach it. Null for a SAN that every host reaches.
    /// </summary>
    public Key<Chassis>? Chassis { get; init; }

    /// <summary>What Windows shows as its disks' friendly name.</summary>
    public string Model { get; init; } = "IBM 1818 FAStT Multi-Path Disk Device";

    /// <summary>How much its LUNs may take together, in bytes.</summary>
    public long CapacityBytes { get; init; } = StorageSettings.DefaultArrayBytes;

    /// <summary>How many controllers it has: so many paths does each host get, as far as its fabrics go.</summary>
    public int ControllerCount { get; init; } = 2;

    /// <summary>Whether it keeps no persistent reservations, so that no failover cluster can use it.</summary>
    public bool NoPersistentReservation { get; init; }

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        StorageNames.Demand(Name);
        StorageNames.Demand(Model);
        if (lab.StorageArrays.Any(array => StorageNames.AreSame(array.Name, Name)))
        {
            throw DiskErrors.ArrayNameTaken.For(Name, Name);
        }

        if (CapacityBytes < StorageSettings.MinimumLunBytes)
        {
            throw DiskErrors.ArrayCapacityRefused.For(Name, $"{CapacityBytes}");
        }

        if (ControllerCount is < 1 or > StorageSettings.MaximumControllers)
        {
            throw DiskErrors.ControllerCountRefused.For(Name, $"{ControllerCount}");
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        StorageArray array = ArrayFactory.AddShared(lab, Name, Model, CapacityBytes, ControllerCount, Chassis);
        if (NoPersistentReservation)
        {
            array.DoWithoutReservations();
        }

        job.Give(array.Key);
    }
}
