using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Makes arrays, LUNs, mappings and paths: for requests, and for labs that are there at once.</summary>
internal static class ArrayFactory
{
    /// <summary>Builds a computer's own disks in, as one LUN of its RAID controller.</summary>
    public static void AddLocal(LabState lab, PhysicalComputer computer)
    {
        HostHardware hardware = computer.Hardware;
        long capacity = LocalCapacity(hardware.LocalDiskCount, hardware.LocalDiskSizeBytes);
        if (capacity == 0)
        {
            return;
        }

        string name = LocalName(computer.Name);
        StorageArray array = lab.StorageArrays.Add(key => new StorageArray(
            key, name, "Internal RAID", capacity, controllerCount: 1, computer.Key));
        AddLun(lab, array, name, capacity);
    }

    /// <summary>The name of a computer's own disks.</summary>
    public static string LocalName(string computer) => $"{computer} local";

    /// <summary>Adds shared storage, with the paths of the blades that are in its chassis already.</summary>
    public static StorageArray AddShared(
        LabState lab, string name, string model, long capacityBytes, int controllerCount, Key<Chassis>? chassis)
    {
        StorageArray array = lab.StorageArrays.Add(key => new StorageArray(
            key, name, model, capacityBytes, controllerCount, localTo: null));
        if (chassis is { } blades)
        {
            array.PutInto(blades);
        }

        foreach (PhysicalComputer computer in lab.Computers)
        {
            Connect(lab, array, computer);
        }

        return array;
    }

    /// <summary>Gives a computer its paths to an array, where it can have any.</summary>
    public static void Connect(LabState lab, StorageArray array, PhysicalComputer computer)
    {
        for (int number = 0; number < PathCount(array, computer); number++)
        {
            int controller = number;
            lab.StoragePaths.Add(key => new StoragePath(key, computer.Key, array.Key, controller));
        }
    }

    /// <summary>
    /// How many paths a computer has to an array: those of its fabrics, in the array's chassis or to any SAN.
    /// </summary>
    public static int PathCount(StorageArray array, PhysicalComputer computer)
    {
        if (!array.IsShared || computer.Role != ComputerRole.HyperVHost)
        {
            return 0;
        }

        return array.Chassis is not { } chassis ? array.ControllerCount
            : computer.Chassis == chassis ? Math.Min(array.ControllerCount, computer.Hardware.StoragePathCount)
            : 0;
    }

    /// <summary>Carves a LUN out of an array.</summary>
    public static Lun AddLun(LabState lab, StorageArray array, string name, long sizeBytes) =>
        lab.Luns.Add(key => new Lun(key, array.Key, name, sizeBytes, DrawSerialNumber(lab, key.Number)));

    /// <summary>Lets a computer see a LUN, under the number or the first free one.</summary>
    public static LunMapping Map(LabState lab, Lun lun, Key<PhysicalComputer> computer, int? lunNumber = null) =>
        lab.LunMappings.Add(key => new LunMapping(
            key, lun.Key, computer, lunNumber ?? FirstFreeNumber(lab, lun.Array, computer)!.Value));

    /// <summary>What is left of an array, in bytes.</summary>
    public static long FreeBytes(LabState lab, StorageArray array)
    {
        long free = array.CapacityBytes;
        foreach (Lun lun in lab.Luns)
        {
            free -= lun.Array == array.Key ? lun.SizeBytes : 0;
        }

        return free;
    }

    /// <summary>The first number under which a computer sees no LUN of an array; null where all are taken.</summary>
    public static int? FirstFreeNumber(LabState lab, Key<StorageArray> array, Key<PhysicalComputer> computer)
    {
        for (int number = 0; number <= StorageSettings.MaximumLunNumber; number++)
        {
            if (!IsNumberTaken(lab, array, computer, number))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Whether a computer sees a LUN of an array under a number.</summary>
    public static bool IsNumberTaken(LabState lab, Key<StorageArray> array, Key<PhysicalComputer> computer, int number)
    {
        foreach (LunMapping mapping in lab.MappingsByComputer.Of(computer))
        {
            if (mapping.LunNumber == number && lab.Luns[mapping.Lun].Array == array)
            {
                return true;
            }
        }

        return false;
    }

    private static long LocalCapacity(int diskCount, long diskBytes) => diskCount switch
    {
        0 => 0,
        1 or 2 => diskBytes,
        _ => (diskCount - 1) * diskBytes,
    };

    // NAA 6: IEEE registered extended, as IBM's arrays number their LUNs.
    private static string DrawSerialNumber(LabState lab, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"6005076{lab.Draws.Bits("lun-serial", number) >> 28:x9}{lab.Draws.Bits("lun-serial", number, 1):x16}");
}
