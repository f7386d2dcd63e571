using System.Globalization;

namespace HyperVLab.Disks.Registry;

/// <summary>The control set of a SYSTEM hive that Windows starts with.</summary>
public static class CurrentControlSet
{
    /// <summary>Finds the key ControlSet00N whose number the value Current of the key Select has.</summary>
    /// <param name="system">A SYSTEM hive.</param>
    /// <returns>The key.</returns>
    /// <exception cref="DiskFormatException">No control set is the current one: it is another hive.</exception>
    public static RegistryKey Find(RegistryHive system)
    {
        var number = system.Find("Select")?.FindValue("Current")?.ReadNumber();
        var name = string.Create(CultureInfo.InvariantCulture, $"ControlSet{number:D3}");
        return (number is null ? null : system.Find(name)) ?? throw new DiskFormatException(
            "registry hive", 0, @"Select\Current names no control set: it is not a SYSTEM hive, or not whole");
    }
}
