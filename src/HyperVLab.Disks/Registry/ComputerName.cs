namespace HyperVLab.Disks.Registry;

/// <summary>
/// The name of the computer that a SYSTEM hive belongs to: the NetBIOS name in Control\ComputerName\ComputerName, and
/// the host name in Services\Tcpip\Parameters (Hostname, and NV Hostname, which Windows takes when it starts).
/// </summary>
public static class ComputerName
{
    /// <summary>The longest NetBIOS name, in characters.</summary>
    public const int MaximumNetBiosCharacters = 15;

    /// <summary>The longest host name, in characters.</summary>
    public const int MaximumHostCharacters = 63;

    private const string NamePath = @"Control\ComputerName\ComputerName";
    private const string NameValue = "ComputerName";
    private const string HostPath = @"Services\Tcpip\Parameters";
    private static readonly string[] _hostValues = ["NV Hostname", "Hostname"];

    /// <summary>Reads the NetBIOS name.</summary>
    /// <param name="system">A SYSTEM hive.</param>
    /// <returns>The name; null if it holds none.</returns>
    /// <exception cref="DiskFormatException">It is not a SYSTEM hive, or it is broken.</exception>
    public static string? Read(RegistryHive system)
        => CurrentControlSet.Find(system).Find(NamePath)?.FindValue(NameValue)?.ReadText();

    /// <summary>Reads the host name that Windows takes when it starts.</summary>
    /// <param name="system">A SYSTEM hive.</param>
    /// <returns>The name; null if it holds none.</returns>
    /// <exception cref="DiskFormatException">It is not a SYSTEM hive, or it is broken.</exception>
    public static string? ReadHostName(RegistryHive system)
    {
        var key = CurrentControlSet.Find(system).Find(HostPath);
        return _hostValues.Select(name => key?.FindValue(name)).FirstOrDefault(value => value is not null)?.ReadText();
    }

    /// <summary>
    /// Gives the computer another name. The host name is as it is given, the NetBIOS name its first 15 characters in
    /// upper case. What other software keeps of the name is left.
    /// </summary>
    /// <param name="system">A SYSTEM hive.</param>
    /// <param name="name">The name: ASCII letters, digits and hyphens, not digits alone, no hyphen at an end.</param>
    /// <exception cref="ArgumentException">It is not such a name, or longer than 63 characters.</exception>
    /// <exception cref="DiskFormatException">It is not a SYSTEM hive, or it is broken.</exception>
    /// <exception cref="InvalidOperationException">The hive cannot be changed or is full.</exception>
    public static void Write(RegistryHive system, string name)
    {
        if (name.Length is 0 or > MaximumHostCharacters || name.All(char.IsAsciiDigit)
            || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
            || name[0] == '-' || name[^1] == '-')
        {
            throw new ArgumentException($"\"{name}\" is no name for a computer.", nameof(name));
        }

        var set = CurrentControlSet.Find(system);
        var netBios = name[..Math.Min(name.Length, MaximumNetBiosCharacters)].ToUpperInvariant();
        set.CreateSubkey(NamePath).SetText(NameValue, netBios);
        var host = set.CreateSubkey(HostPath);
        foreach (var value in _hostValues)
        {
            host.SetText(value, name);
        }
    }
}
