using System.Text;
using System.Text.Unicode;
using HyperVLab.Disks.Registry;

namespace HyperVLab.Disks.Tests.Registry;

/// <summary>All that a hive says, as lines that two readings of it can be compared by.</summary>
internal static class HiveContent
{
    /// <summary>What this library reads: a line for each key and each value, in the order of their codes.</summary>
    public static string[] Of(RegistryHive hive) => Sorted(Below(hive.Root, ""));

    /// <summary>What hivexregedit reads in a file.</summary>
    public static string[] FromHivex(string path)
    {
        var (code, output, error) = Tools.Run(Tools.Need("hivexregedit"), "--export", path, @"\");
        Assert.True(code == 0, error);
        return Sorted(FromExport(Lines(output)));
    }

    public static string KeyLine(string path) => $"[{path}]";

    public static string ValueLine(string path, string name, uint type, ReadOnlySpan<byte> data)
        => $"{path} \"{name}\" {type}:{Convert.ToHexStringLower(data)}";

    private static IEnumerable<string> Below(RegistryKey key, string path)
    {
        yield return KeyLine(path);
        foreach (var value in key.Values)
        {
            yield return ValueLine(path, value.Name, (uint)value.Type, value.ReadData());
        }

        foreach (var line in key.Subkeys.SelectMany(subkey => Below(subkey, $@"{path}\{subkey.Name}")))
        {
            yield return line;
        }
    }

    // Perl writes a line of Latin-1 letters alone as Latin-1, and any other as UTF-8.
    private static IEnumerable<string> Lines(byte[] export)
    {
        foreach (var line in Encoding.Latin1.GetString(export).Split('\n'))
        {
            var bytes = Encoding.Latin1.GetBytes(line);
            yield return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : line;
        }
    }

    private static IEnumerable<string> FromExport(IEnumerable<string> lines)
    {
        var path = "";
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            if (line.StartsWith('['))
            {
                path = line[1..^1] == @"\" ? "" : line[1..^1];
                yield return KeyLine(path);
                continue;
            }

            var split = line[0] == '@' ? 1 : line.IndexOf("\"=", StringComparison.Ordinal) + 1;
            var name = split == 1 ? "" : line[1..(split - 1)];
            name = name.Replace("\\\\", "\\").Replace("\\\"", "\"");
            var (type, hex) = TypeAndData(line[(split + 1)..]);
            yield return ValueLine(path, name, type, Convert.FromHexString(hex));
        }
    }

    private static (uint Type, string Hex) TypeAndData(string text)
    {
        if (text.StartsWith("dword:", StringComparison.Ordinal))
        {
            var bytes = Convert.FromHexString(text["dword:".Length..]);
            Array.Reverse(bytes);
            return (4, Convert.ToHexString(bytes));
        }

        var end = text.IndexOf(')', StringComparison.Ordinal);
        return (Convert.ToUInt32(text["hex(".Length..end], 16), text[(end + 2)..].Replace(",", ""));
    }

    private static string[] Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];
}
