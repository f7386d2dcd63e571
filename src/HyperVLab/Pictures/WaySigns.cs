namespace HyperVLab.Pictures;

/// <summary>The characters of which boxes are drawn.</summary>
internal sealed record WaySigns
{
    /// <summary>Lines, for terminals.</summary>
    public static WaySigns Lines { get; } = new()
    {
        Line = "─",
        Side = "│",
        Down = "▼",
        More = "…",
        TopLeft = "┌",
        TopMiddle = "┬",
        TopRight = "┐",
        LeftMiddle = "├",
        RightMiddle = "┤",
        BottomLeft = "└",
        BottomMiddle = "┴",
        BottomRight = "┘",
    };

    /// <summary>Plain characters, for files.</summary>
    public static WaySigns Plain { get; } = new();

    /// <summary>A line across.</summary>
    public string Line { get; private init; } = "-";

    /// <summary>A line down.</summary>
    public string Side { get; private init; } = "|";

    /// <summary>That it goes on below.</summary>
    public string Down { get; private init; } = "v";

    /// <summary>That a text is longer.</summary>
    public string More { get; private init; } = "~";

    /// <summary>A corner.</summary>
    public string TopLeft { get; private init; } = "+";

    /// <summary>Where a line down begins.</summary>
    public string TopMiddle { get; private init; } = "+";

    /// <summary>A corner.</summary>
    public string TopRight { get; private init; } = "+";

    /// <summary>Where a line across begins.</summary>
    public string LeftMiddle { get; private init; } = "+";

    /// <summary>Where a line across ends.</summary>
    public string RightMiddle { get; private init; } = "+";

    /// <summary>A corner.</summary>
    public string BottomLeft { get; private init; } = "+";

    /// <summary>Where a line down ends.</summary>
    public string BottomMiddle { get; private init; } = "+";

    /// <summary>A corner.</summary>
    public string BottomRight { get; private init; } = "+";
}
