namespace HyperVLab.Engine.Networking;

/// <summary>Who is looked for while a frame goes its way; switches learn of it the same in each case.</summary>
internal enum FrameScope
{
    /// <summary>Everybody who gets it.</summary>
    Everybody,

    /// <summary>Who is behind one card, without looking at all others.</summary>
    OneCard,
}
