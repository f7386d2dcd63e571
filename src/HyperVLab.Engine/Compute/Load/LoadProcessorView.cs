namespace HyperVLab.Engine.Compute.Load;

/// <summary>What traffic costs a processor.</summary>
/// <param name="Owner">The host, or the virtual machine.</param>
/// <param name="IsGuest">Whether it is a virtual machine's.</param>
/// <param name="Processor">Its number.</param>
/// <param name="Percent">How busy it is with the traffic.</param>
public sealed record LoadProcessorView(string Owner, bool IsGuest, int Processor, double Percent);
