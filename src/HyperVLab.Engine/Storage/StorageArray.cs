using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;


/// <summary>
/// Disks behind controllers: the shared storage of a chassis, a SAN array, or the internal RAID of one computer.
/// </summary>
public sealed class StorageArray : IEntity<StorageArray>, INamed
{
    internal StorageArray(
        Key<StorageArray> key,
        string name,
        string model,
        long capacityBytes,
        int controllerCount,
        Key<PhysicalComputer>? localTo)
    {
        Key = key;
        Name = name;
        Model = model;
        CapacityBytes = capacityBytes;
        ControllerCount = controllerCount;
        LocalTo = localTo;
        HasPersistentReservations = localTo is null;
    }

    /// <inheritdoc/>
    public Key<StorageArray> Key { get; private set; }

    /// <summary>Its name, unique in the lab.</summary>
    public string Name { get; private set; }

    /// <summary>What Windows shows as its disks' friendly name.</summary>
    public string Model { get; private set; }

    /// <summary>How much its LUNs may take together, in bytes.</summary>
    public long CapacityBytes { get; private set; }

    /// <summary>How many controllers it has: as many paths does each computer get.</summary>
    public int ControllerCount { get; private set; }

    /// <summary>The computer in which it is built; null for shared storage.</summary>
    public Key<PhysicalComputer>? LocalTo { get; private set; }

    /// <summary>The chassis that it is part of: only its blades reach it. Null for other storage.</summary>
    public Key<Chassis>? Chassis { get; private set; }

    /// <summary>Whether it keeps persistent reservations (SCSI-3), which a failover cluster needs.</summary>
    public bool HasPersistentReservations { get; private set; }

    /// <summary>Whether several computers may reach it.</summary>
    public bool IsShared => LocalTo is null;

    /// <summary>Its computer has another name.</summary>
    internal void Rename(string name) => Name = name;

    /// <summary>Says that it keeps no persistent reservations.</summary>
    internal void DoWithoutReservations() => HasPersistentReservations = false;

    /// <summary>Puts it into a chassis.</summary>
    internal void PutInto(Key<Chassis> chassis) => Chassis = chassis;
}
