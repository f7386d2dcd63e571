using HyperVLab.Engine.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Storage;

/// <summary>Finds shares by their network paths, and files in them.</summary>
internal static class SmbShares
{
    private const string Prefix = @"\\";
    private const int MaximumName = 80;

    /// <summary>Refuses a name that none can have, or that another share of the computer has.</summary>
    /// <exception cref="Engine.Requests.LabException">So it is.</exception>
    public static void DemandName(LabState lab, Key<PhysicalComputer> computer, string name)
    {
        if (name.Length is 0 or > MaximumName || WindowsPath.Fault(name) is not null
            || name.AsSpan().ContainsAny('\\', '/'))
        {
            throw FileErrors.ShareName.For(name, name);
        }

        if (Find(lab, computer, name) is not null)
        {
            throw FileErrors.ShareExists.For(name, name, lab.NameOf(computer));
        }
    }

    /// <summary>The share of a name, ignoring case; null where there is none.</summary>
    public static SmbShare? Find(LabState lab, Key<PhysicalComputer> computer, string name)
    {
        foreach (SmbShare share in lab.SmbShares)
        {
            if (share.Computer == computer && string.Equals(share.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return share;
            }
        }

        return null;
    }

    /// <summary>The computer's and the share's name in a path such as <c>\\LIB1\Library\disks</c>.</summary>
    /// <exception cref="Engine.Requests.LabException">It is no such path.</exception>
    public static (string Computer, string Share, string Below) Split(string path)
    {
        string text = path.Replace('/', '\\').TrimEnd('\\');
        string[] parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('\\', 3) : [];
        if (parts.Length < 2 || parts.Any(static part => part.Length == 0)
            || (parts.Length > 2 && parts[2].Split('\\').Any(static name => WindowsPath.Fault(name) is not null)))
        {
            throw FileErrors.SharePath.For(path, path);
        }

        return (parts[0], parts[1], parts.Length > 2 ? parts[2] : string.Empty);
    }

    /// <summary>The share that a network path begins with, and the rest of the path.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none.</exception>
    public static (SmbShare Share, string Below) Require(LabState lab, string path)
    {
        (string computer, string name, string rest) = Split(path);
        return lab.FindComputer(computer) is { } there && Find(lab, there.Key, name) is { } share
            ? (share, rest)
            : throw FileErrors.ShareNotFound.For(path, path);
    }

    /// <summary>Whether a path is one of the network.</summary>
    public static bool IsNetworkPath(string path) =>
        path.Replace('/', '\\').StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The computer that a path leads to from another, and the path there.</summary>
    /// <exception cref="Engine.Requests.LabException">It is a network path, and there is no such share.</exception>
    public static (Key<PhysicalComputer> Computer, string Path) Local(
        LabState lab, Key<PhysicalComputer> from, string path)
    {
        if (!IsNetworkPath(path))
        {
            return (from, path);
        }

        (SmbShare share, string below) = Require(lab, path);
        return (share.Computer, $@"{share.Path.TrimEnd('\\')}\{below}");
    }

    /// <summary>The network path of a share.</summary>
    public static string PathOf(LabState lab, SmbShare share) =>
        $@"{Prefix}{lab.FullNameOf(lab.Computers[share.Computer])}\{share.Name}";
}
