namespace HyperVLab.Engine.Storage;

/// <summary>What arrays and LUNs can be called.</summary>
internal static class StorageNames
{
    private const string Refused = "*?[]<>:\"|/\\";

    /// <summary>Refuses a name that is empty, too long, or has wildcards or separators in it.</summary>
    /// <exception cref="Engine.Requests.LabException">It is.</exception>
    public static void Demand(string name)
    {
        if (name.Length is 0 or > StorageSettings.MaximumNameLength || name.Trim() != name
            || name.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)
                || Refused.Contains(letter, StringComparison.Ordinal)))
        {
            throw StorageErrors.NameRefused.For(name, name);
        }
    }

    /// <summary>What Windows calls a volume, wherever it is mounted.</summary>
    public static string OfVolume(Volume volume) => $@"\\?\Volume{volume.Id:B}\";

    /// <summary>Whether two names are the same.</summary>
    public static bool AreSame(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
