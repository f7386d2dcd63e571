using System.Buffers;

namespace HyperVLab.Engine.Hosts;

/// <summary>What can be a name or a folder, and whether a name is free.</summary>
internal static class HostNames
{
    private const int MaxChassisNameLength = 64;
    private const int MaxPathLength = 248;
    private static readonly SearchValues<char> s_notInPaths = SearchValues.Create("*?\"<>|/[]");

    /// <summary>
    /// Refuses what no computer can be called, and what another computer or object of the directory is called.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="name">The name.</param>
    /// <param name="except">The computer that is to have it; its own name and object do not count.</param>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It cannot be the name.</exception>
    public static void DemandFree(LabState lab, string name, PhysicalComputer? except)
    {
        if (!IsComputerName(name))
        {
            throw HostErrors.NameNotUsable.For(name, name);
        }

        bool taken = false;
        foreach (PhysicalComputer computer in lab.Computers)
        {
            taken |= computer != except && (IsSame(computer.Name, name) || IsSame(computer.PendingName, name));
        }

        foreach (DirectoryComputer known in lab.DirectoryComputers)
        {
            taken |= IsSame(known.Name, name) && !IsSame(known.Name, except?.Name);
        }

        if (taken)
        {
            throw HostErrors.NameTaken.For(name, name);
        }
    }

    /// <summary>Whether a computer can be called so: NetBIOS's length, DNS's letters.</summary>
    public static bool IsComputerName(string name) =>
        name.Length is > 0 and <= HostSettings.MaxComputerNameLength
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && !name.All(char.IsAsciiDigit)
        && name[0] != '-' && name[^1] != '-';

    /// <summary>Whether a chassis can be called so.</summary>
    public static bool IsChassisName(string name) =>
        name.Length is > 0 and <= MaxChassisNameLength
        && !string.IsNullOrWhiteSpace(name)
        && !name.AsSpan().ContainsAny(s_notInPaths) && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Any(char.IsControl);

    /// <summary>Refuses what is no full path of a folder; null is left alone.</summary>
    /// <exception cref="HyperVLab.Engine.Requests.LabException">It is none.</exception>
    public static void DemandFolder(string? path)
    {
        if (path is not null && !IsFolder(path))
        {
            throw HostErrors.PathNotUsable.For(path, path);
        }
    }

    private static bool IsFolder(string path) =>
        path.Length is >= 3 and <= MaxPathLength
        && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '\\'
        && !path.AsSpan().ContainsAny(s_notInPaths)
        && !path[2..].Contains(':', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
        && (path.Length == 3 || path[3..].TrimEnd('\\').Split('\\').All(IsFolderName));

    // Windows drops dots and spaces at the end of a name, so such a name would be another one.
    private static bool IsFolderName(string name) => name.Length > 0 && name[^1] is not ('.' or ' ');

    private static bool IsSame(string? left, string? right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
