using System.Globalization;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.P2V;

/// <summary>
/// Sets in a SYSTEM hive which drivers Windows starts with: those of a virtual machine's disks, and no longer those of
/// controllers that were left behind.
/// </summary>
/// <param name="system">The hive.</param>
/// <param name="hasFile">Whether a driver's file is there, by its path from the folder of Windows.</param>
/// <param name="mayAdd">Whether keys may be added, by which the hive may grow.</param>
internal sealed class DriverSetting(RegistryHive system, Func<string, bool> hasFile, bool mayAdd)
{
    private const string Start = "Start";
    private const string Override = "StartOverride";
    private const string Database = @"Control\CriticalDeviceDatabase";

    private readonly List<DriverChange> _changes = [];

    /// <summary>What was changed.</summary>
    public IReadOnlyList<DriverChange> Changes => _changes;

    /// <summary>How many entries of the database of critical devices were added or changed.</summary>
    public int CriticalDevices { get; private set; }

    /// <summary>Whether Windows finds a virtual machine's disk by the drivers that it has then.</summary>
    public bool StartsFromVirtualDisk { get; private set; }

    /// <summary>Sets all of it, in the control sets that Windows starts with.</summary>
    /// <exception cref="DiskFormatException">It is not a SYSTEM hive, or it is broken.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed or is full.</exception>
    public void Run()
    {
        // The boot loader takes Default; Current is what it took last.
        var current = CurrentControlSet.Find(system);
        var number = system.Find("Select")?.FindValue("Default")?.ReadNumber();
        var name = string.Create(CultureInfo.InvariantCulture, $"ControlSet{number:D3}");
        foreach (var set in new[] { current, number is null ? null : system.Find(name) }.OfType<RegistryKey>()
            .DistinctBy(key => key.Name.ToUpperInvariant()).ToList())
        {
            Run(set);
        }
    }

    private void Run(RegistryKey set)
    {
        if (set.Find("Services") is not { } services)
        {
            throw new DiskFormatException("registry hive", 0, $"{set.Name} has no services: it is not whole");
        }

        var present = BootDriver.All.Where(driver => Set(services, driver)).Select(driver => driver.Name).ToList();
        StartsFromVirtualDisk = present.Contains("storvsc")
            || (present.Contains("atapi") && (present.Contains("intelide") || present.Contains("pciide")));
        if (mayAdd && set.Find(Database) is { } database)
        {
            foreach (var (device, type, service) in BootDriver.CriticalDevices)
            {
                if (service == "disk" || present.Contains(service))
                {
                    AddDevice(database, device, type, service);
                }
            }
        }

        foreach (var service in services.Subkeys.Where(key => FormerDrivers.Has(key.Name)).ToList())
        {
            Disable(service);
        }
    }

    // Whether the driver starts with Windows then.
    private bool Set(RegistryKey services, BootDriver driver)
    {
        var service = services.Find(driver.Name);
        if (!hasFile(PathOf(service, driver.Name)))
        {
            return false;
        }

        var before = service is null ? null : StartOf(service);
        if (service is null)
        {
            if (driver.Group is null || !mayAdd)
            {
                return false;
            }

            service = Make(services, driver);
        }

        var overridden = service.Find(Override)?.FindValue("0")?.ReadNumber() is > 0;
        if (before == DriverStart.Boot && !overridden)
        {
            return true;
        }

        service.SetNumber(Start, (uint)DriverStart.Boot);
        if (overridden)
        {
            service.Find(Override)!.SetNumber("0", (uint)DriverStart.Boot);
        }

        Note(new DriverChange(
            driver.Name, overridden ? DriverStart.Manual : before, DriverStart.Boot,
            "The virtual machine's disk is found by it."));
        return true;
    }

    private static RegistryKey Make(RegistryKey services, BootDriver driver)
    {
        var service = services.CreateSubkey(driver.Name);
        service.SetNumber("ErrorControl", 1);
        service.SetNumber("Type", 1);
        service.SetNumber("Tag", driver.Tag);
        service.SetText("Group", driver.Group!);
        service.SetValue(
            "ImagePath", RegistryValueType.ExpandableText,
            System.Text.Encoding.Unicode.GetBytes($@"System32\DRIVERS\{driver.Name}.sys" + '\0'));
        return service;
    }

    private void AddDevice(RegistryKey database, string device, string type, string service)
    {
        if (database.Find(device)?.FindValue("Service")?.ReadText() is not { Length: > 0 })
        {
            var key = database.CreateSubkey(device);
            key.SetText("ClassGUID", type);
            key.SetText("Service", service);
            CriticalDevices++;
        }
    }

    // One that waits for its device does no harm, and Windows may have it for another disk that comes along.
    private void Disable(RegistryKey service)
    {
        var before = StartOf(service);
        if (before is DriverStart.Boot or DriverStart.System
            && service.Find(Override)?.FindValue("0")?.ReadNumber() is not > 0)
        {
            service.SetNumber(Start, (uint)DriverStart.Disabled);
            Note(new DriverChange(
                service.Name, before, DriverStart.Disabled, "The virtual machine has no such controller."));
        }
    }

    private void Note(DriverChange change)
    {
        if (!_changes.Exists(known => known.Service.Equals(change.Service, StringComparison.OrdinalIgnoreCase)))
        {
            _changes.Add(change);
        }
    }

    private static DriverStart? StartOf(RegistryKey service)
        => service.FindValue(Start)?.ReadNumber() is { } number and <= (ulong)DriverStart.Disabled
            ? (DriverStart)number : null;

    private static string PathOf(RegistryKey? service, string name)
    {
        var path = service?.FindValue("ImagePath")?.ReadText() is { Length: > 0 } given
            ? given.Replace('/', '\\') : $@"System32\drivers\{name}.sys";
        foreach (var root in new[] { @"\SystemRoot\", @"%SystemRoot%\" })
        {
            path = path.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? path[root.Length..] : path;
        }

        return path;
    }
}
