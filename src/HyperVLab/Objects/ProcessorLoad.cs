using System.Globalization;
using HyperVLab.Engine.Compute.Load;

namespace HyperVLab.Objects;

/// <summary>What traffic costs a processor, as Measure-LabNetwork shows it.</summary>
public sealed class ProcessorLoad
{
    private readonly LoadProcessorView _view;

    internal ProcessorLoad(LoadProcessorView view) => _view = view;

    /// <summary>The host or the virtual machine.</summary>
    public string Owner => _view.Owner;

    /// <summary>Parent or Guest.</summary>
    public string Partition => _view.IsGuest ? "Guest" : "Parent";

    /// <summary>Its number.</summary>
    public int Processor => _view.Processor;

    /// <summary>How busy it is with the traffic.</summary>
    public double Percent => _view.Percent;

    /// <summary>The processor and its load.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Owner} {Partition} {Processor}: {Percent} %");
}
