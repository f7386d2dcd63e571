using System.Globalization;

namespace HyperVLab.Engine.Management;

/// <summary>
/// A virtual machine of VMware as its configuration (.vmx) describes it: lines of a key, an equals sign and a text in
/// quotation marks. It comes from outside, so nothing in it is believed: its disks are plain names beside it.
/// </summary>
/// <param name="Name">What it is called; null where it does not say.</param>
/// <param name="MemoryMegabytes">Its memory.</param>
/// <param name="ProcessorCount">Its processors.</param>
/// <param name="Disks">The files of its hard disks, that from which it boots first.</param>
internal sealed record VmxMachine(
    string? Name, int MemoryMegabytes, int ProcessorCount, IReadOnlyList<string> Disks)
{
    // IDE comes before SCSI, as in its firmware.
    private static readonly string[] s_controllers = ["ide", "sata", "scsi"];

    private const int Controllers = 4;
    private const int Places = 16;

    /// <summary>Reads a configuration.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="problem">What is wrong with it; null where nothing is.</param>
    /// <returns>The machine; null where something is.</returns>
    public static VmxMachine? Read(string text, out string? problem)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problem = $"'{Shorten(line)}' is no line of a configuration";
                return null;
            }

            values[line[..equals].Trim()] = line[(equals + 1)..].Trim().Trim('"');
        }

        List<string> disks = [.. DisksIn(values)];
        bool hasMemory = TryNumber(values, "memsize", 256, out int memory);
        bool hasProcessors = TryNumber(values, "numvcpus", 1, out int processors);
        problem = disks.Count == 0 ? "it has no hard disk"
            : disks.Find(static name => !IsPlainName(name)) is { } climbing
                ? $"its disk '{Shorten(climbing)}' is no plain name of a file beside it"
            : !hasMemory ? "its memsize is no number"
            : !hasProcessors ? "its numvcpus is no number"
            : null;
        return problem is null
            ? new VmxMachine(values.GetValueOrDefault("displayName"), memory, processors, disks)
            : null;
    }

    private static IEnumerable<string> DisksIn(Dictionary<string, string> values) =>
        from kind in s_controllers
        from controller in Enumerable.Range(0, Controllers)
        from place in Enumerable.Range(0, Places)
        let device = string.Create(CultureInfo.InvariantCulture, $"{kind}{controller}:{place}")
        where !IsFalse(values.GetValueOrDefault($"{device}.present"))
            && values.GetValueOrDefault($"{device}.deviceType")?.Contains(
                "cdrom", StringComparison.OrdinalIgnoreCase) != true
        let name = values.GetValueOrDefault($"{device}.fileName")
        where name?.EndsWith(".vmdk", StringComparison.OrdinalIgnoreCase) == true
        select name;

    private static bool IsFalse(string? value) =>
        string.Equals(value, "FALSE", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlainName(string name) =>
        name.AsSpan().IndexOfAny('\\', '/', ':') < 0 && Storage.WindowsPath.Fault(name) is null;

    private static bool TryNumber(Dictionary<string, string> values, string key, int usual, out int number)
    {
        number = usual;
        return !values.TryGetValue(key, out string? text)
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0);
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..60]}...";
}
