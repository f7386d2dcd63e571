namespace HyperVLab.Pictures;

/// <summary>A frame of a picture: a computer, a partition, the hypervisor or the hardware.</summary>
/// <param name="Look">Its class.</param>
/// <param name="Title">What stands in its corner.</param>
/// <param name="X">Its left.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
internal sealed record WayBox(string Look, string Title, double X, double Y, double Width, double Height)
{
    /// <summary>Whether the title stands at the right.</summary>
    public bool IsTitleAtEnd { get; init; }
}
