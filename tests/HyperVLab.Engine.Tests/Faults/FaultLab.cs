using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Faults;

/// <summary>Faults in labs, and labs copied in the middle of them.</summary>
internal static class FaultLab
{
    /// <summary>Adds a fault and waits until it has begun, where it begins now.</summary>
    public static Key<Fault> Break(this TestLab lab, AddFault request) => new(lab.Make<FaultView>(request).Key);

    public static FaultView Fault(this TestLab lab, Key<Fault> fault) => lab.Lab.View<FaultView>(fault.Number)!;

    public static void Repair(this TestLab lab, Key<Fault> fault) => lab.Do(new RemoveFault { Fault = fault });

    /// <summary>How many lines of a log say this.</summary>
    public static int CountLines(this TestLab lab, string source, string text) => lab.Lab.Views<LogView>().Count(
        line => line.Source == source && line.Message.Contains(text, StringComparison.Ordinal));

    /// <summary>Writes a lab and reads it again: nothing may differ then, nor after both went on for a while.</summary>
    public static void MustComeBack(this TestLab lab, double seconds)
    {
        string before = TextOf(lab.Lab);
        using Lab copy = Lab.ReadFrom(new StringReader(before), new MemoryDiskStore());
        Assert.Equal(before, TextOf(copy));
        TimeSpan later = lab.Lab.Now + TimeSpan.FromSeconds(seconds);
        lab.Lab.AdvanceTo(later);
        copy.AdvanceTo(later);
        Assert.Equal(TextOf(lab.Lab), TextOf(copy));
    }

    private static string TextOf(Lab lab)
    {
        using var text = new StringWriter();
        lab.WriteTo(text);
        return text.ToString();
    }
}
