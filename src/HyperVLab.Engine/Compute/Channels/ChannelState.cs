namespace HyperVLab.Engine.Compute.Channels;

/// <summary>How far a channel of the VMBus is between its two ends.</summary>
public enum ChannelState
{
    /// <summary>The parent offers it, and nobody in the guest has opened it.</summary>
    Offered,

    /// <summary>The guest's client has opened it: its rings are in use.</summary>
    Open,

    /// <summary>The parent has taken the offer back, because the service is disabled.</summary>
    Closed,
}
