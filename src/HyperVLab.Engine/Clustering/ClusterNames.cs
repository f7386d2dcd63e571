using System.Globalization;

namespace HyperVLab.Engine.Clustering;

/// <summary>Names that a cluster gives, and names that can be given.</summary>
internal static class ClusterNames
{
    /// <summary>The group of the cluster's name, address and witness.</summary>
    public const string CoreGroup = "Cluster Group";

    /// <summary>The group of disks that no role uses.</summary>
    public const string AvailableStorage = "Available Storage";

    /// <summary>The cluster's address.</summary>
    public const string AddressResource = "Cluster IP Address";

    /// <summary>The cluster's name.</summary>
    public const string NameResource = "Cluster Name";

    /// <summary>A name with a number: <c>Cluster Disk 1</c>.</summary>
    public static string Numbered(string name, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {number}");

    /// <summary>
    /// Whether text can be the name of a cluster or file server: a computer's, so 1 to 15 letters, digits, hyphens.
    /// </summary>
    public static bool IsComputerName(string name) =>
        name.Length is > 0 and <= ClusterSettings.LongestName
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && name[0] != '-' && name[^1] != '-' && !name.All(char.IsAsciiDigit);

    /// <summary>Whether text can be the name of a group, resource or network.</summary>
    public static bool IsObjectName(string name) =>
        name.Length is > 0 and <= 80 && !string.IsNullOrWhiteSpace(name)
        && !name.Any(letter => char.IsControl(letter) || letter is '*' or '?' or '[' or ']' or '\\' or '/');

    /// <summary>Whether two names are the same, ignoring case.</summary>
    public static bool AreSame(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
