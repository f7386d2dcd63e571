namespace HyperVLab.Disks.Vhdx;

/// <summary>Does in a file what its log says, or makes it read as if that were done ([MS-VHDX] 2.3.3).</summary>
internal static class VhdxLogReplay
{
    /// <summary>Does it in the file and empties the log. A crash meanwhile leaves the log as it was.</summary>
    /// <exception cref="DiskFormatException">The log is damaged.</exception>
    public static void Run(IDiskFile file, VhdxHeaders headers)
    {
        if (headers.Current.LogIdentifier == Guid.Empty)
        {
            return;
        }

        var reader = new VhdxLogReader(file, headers.Current);
        var entries = reader.ActiveSequence();
        var length = (long)entries[^1].LastFileBytes;
        if (file.Length < length)
        {
            file.SetLength(length);
        }

        var page = new byte[VhdxLimits.PageBytes];
        foreach (var change in entries.SelectMany(reader.Changes))
        {
            if (change.IsZeros)
            {
                WriteZeros(file, change.Offset, change.End);
                continue;
            }

            change.ReadData(file, page);
            file.Write(change.Offset, page);
        }

        file.Flush();
        headers.Write(file, headers.Current with { LogIdentifier = Guid.Empty });
        headers.Write(file, headers.Current);
    }

    /// <summary>Makes a file that is only read look as if the log were replayed.</summary>
    /// <returns>The file itself if there is nothing to replay.</returns>
    /// <exception cref="DiskFormatException">The log is damaged.</exception>
    public static IDiskFile Over(IDiskFile file, VhdxHeaders headers)
    {
        if (headers.Current.LogIdentifier == Guid.Empty)
        {
            return file;
        }

        var reader = new VhdxLogReader(file, headers.Current);
        var entries = reader.ActiveSequence();
        var overlay = new VhdxLogOverlay(file, (long)entries[^1].LastFileBytes);
        foreach (var change in entries.SelectMany(reader.Changes))
        {
            overlay.Add(change);
        }

        return overlay;
    }

    // A hostile log may have an endless range zeroed, so only what holds data is.
    private static void WriteZeros(IDiskFile file, long offset, long end)
    {
        while (offset < end && file.NextData(offset) is { } data && data.Offset < end)
        {
            file.PunchHole(data.Offset, Math.Min(data.End, end) - data.Offset);
            offset = data.End;
        }
    }
}
