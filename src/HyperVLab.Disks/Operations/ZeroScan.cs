namespace HyperVLab.Disks.Operations;

/// <summary>Looks whether ranges of a disk are zeros, with as little reading as that takes.</summary>
internal sealed class ZeroScan
{
    // Data mostly shows at once; only zeros are read to the end, in larger steps.
    private const int FirstStepBytes = 4 * 1024;
    private const int StepBytes = 512 * 1024;

    // To ask a file system for its holes is worth it for longer ranges only.
    private const int AskHolesBytes = 64 * 1024;

    private readonly byte[] _buffer = new byte[StepBytes];

    /// <summary>Whether an extent holds zeros only.</summary>
    public bool IsZero(DiskExtent extent)
    {
        if (extent.File is not { } file)
        {
            return true;
        }

        var step = FirstStepBytes;
        var end = extent.FileOffset + extent.Length;
        for (var at = extent.FileOffset; at < end;)
        {
            if (end - at >= AskHolesBytes)
            {
                var data = file.NextData(at)?.Offset ?? end;
                at = Math.Max(at, data);
            }

            if (at >= end)
            {
                return true;
            }

            var count = (int)Math.Min(step, end - at);
            var bytes = _buffer.AsSpan(0, count);
            file.Read(at, bytes);
            if (bytes.ContainsAnyExcept((byte)0))
            {
                return false;
            }

            at += count;
            step = StepBytes;
        }

        return true;
    }
}
