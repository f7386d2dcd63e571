using HyperVLab.Engine.Management.Consolidation;

namespace HyperVLab.Objects;

/// <summary>One night in which servers become virtual machines, as Find-LabConsolidationSchedule writes it.</summary>
public sealed class ConversionWave
{
    internal ConversionWave(ConsolidationWave wave)
    {
        Wave = wave;
        Conversion = [.. wave.Conversions.Select(static conversion => new PlannedConversion(conversion))];
    }

    /// <summary>Its number, from 1.</summary>
    public int Number => Wave.Number;

    /// <summary>When its window opens, since the Monday at 0:00 of the first night's week.</summary>
    public TimeSpan StartTime => Wave.Start;

    /// <summary>When the window closes.</summary>
    public TimeSpan EndTime => Wave.End;

    /// <summary>How many servers move.</summary>
    public int Count => Conversion.Length;

    /// <summary>How many of them stand still meanwhile.</summary>
    public int OfflineCount => Conversion.Count(static conversion => !conversion.IsOnline);

    /// <summary>What is copied, in bytes.</summary>
    public long CopiedBytes => Conversion.Sum(static conversion => conversion.Server.DiskUsedBytes);

    /// <summary>When the last conversion ends.</summary>
    public TimeSpan LastEndTime => Conversion.Max(static conversion => conversion.EndTime);

    /// <summary>What is converted, in the order of their starts.</summary>
    public PlannedConversion[] Conversion { get; }

    internal ConsolidationWave Wave { get; }

    /// <summary>Its number.</summary>
    public override string ToString() => $"Wave {Number}";
}
