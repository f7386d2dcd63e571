using System.Runtime.InteropServices;

namespace HyperVLab.Disks.FileSystems.Ntfs;

/// <summary>Compares names as the volume does, by its own table of capital letters.</summary>
internal sealed class NtfsNames
{
    private const int TableBytes = 128 * 1024;

    private readonly byte[] _table = new byte[TableBytes];

    /// <summary>Reads the table of a volume; without a whole one the usual capital letters are taken.</summary>
    public NtfsNames(NtfsFileTable files)
    {
        try
        {
            using var content = files.Open(NtfsFileTable.UpCase).Open(NtfsAttribute.Data);
            content.ReadExactly(_table);
        }
        catch (Exception error) when (error is DiskFormatException or EndOfStreamException)
        {
            var letters = MemoryMarshal.Cast<byte, char>(_table.AsSpan());
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = char.ToUpperInvariant((char)i);
            }
        }
    }

    /// <summary>Whether two names are one to the volume.</summary>
    public bool AreEqual(string first, string second)
    {
        if (first.Length != second.Length)
        {
            return false;
        }

        var letters = MemoryMarshal.Cast<byte, char>(_table.AsSpan());
        for (var i = 0; i < first.Length; i++)
        {
            if (first[i] != second[i] && letters[first[i]] != letters[second[i]])
            {
                return false;
            }
        }

        return true;
    }
}
