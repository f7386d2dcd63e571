namespace HyperVLab.Engine.Networking;

/// <summary>Whom to ping, how often and how long.</summary>
/// <param name="Target">The name or address that was given.</param>
/// <param name="Address">The address that it has.</param>
/// <param name="Delay">The time from one echo request to the next.</param>
/// <param name="Timeout">How long an answer is waited for.</param>
/// <param name="Count">How many to send; null for without end.</param>
/// <param name="BufferSize">How many bytes each carries.</param>
/// <param name="TcpPort">The port to which to connect instead of sending echo requests; null for these.</param>
/// <param name="MaxHops">How many computers may see each on its way; null for as many as usual.</param>
public sealed record PingPlan(
    string Target, string Address, TimeSpan Delay, TimeSpan Timeout, int? Count, int BufferSize, int? TcpPort = null,
    int? MaxHops = null)
{
    /// <summary>Whether it goes on until somebody stops it.</summary>
    public bool IsContinuous => Count is null;
}
