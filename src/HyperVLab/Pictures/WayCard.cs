namespace HyperVLab.Pictures;

/// <summary>A hop with its place in a picture.</summary>
/// <param name="Hop">The hop.</param>
/// <param name="X">The card's left.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">Its width.</param>
/// <param name="DotX">Where across the way passes it.</param>
internal sealed record WayCard(WayHop Hop, double X, double Y, double Width, double DotX)
{
    /// <summary>How high every card is.</summary>
    public const double Height = 40;

    /// <summary>Where down the way passes it.</summary>
    public double DotY => Y + (Height / 2);
}
