using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests;

/// <summary>A lab for tests with its requests sent by the lab itself unless another caller is given.</summary>
internal sealed class TestLab : IDisposable
{
    public TestLab(long seed = 7)
        : this(new MemoryDiskStore(), seed)
    {
    }

    public TestLab(IDiskStore disks, long seed = 7)
    {
        Lab = new Lab("test", seed, disks);
    }

    public Lab Lab { get; }

    public LabCaller Caller { get; set; } = LabCaller.Lab;

    /// <summary>Sends a request and waits until its job has ended, however it ended.</summary>
    public JobView Run(LabRequest request, LabCaller? caller = null) =>
        Lab.WaitFor(Lab.Send(request, caller ?? Caller).Key);

    /// <summary>Runs a request that must succeed, and returns the view of what it made.</summary>
    public TView Make<TView>(LabRequest request, LabCaller? caller = null)
        where TView : class
    {
        JobView job = Run(request, caller);
        Assert.Null(job.Failure);
        return Assert.IsType<TView>(Lab.ResultOf(job));
    }

    /// <summary>Runs a request that must succeed.</summary>
    public void Do(LabRequest request, LabCaller? caller = null) => Assert.Null(Run(request, caller).Failure);

    /// <summary>Begins a request and leaves it going on.</summary>
    public JobView Begin(LabRequest request, LabCaller? caller = null) => Lab.Send(request, caller ?? Caller);

    /// <summary>Sends a request that must be refused, and checks that it changed nothing.</summary>
    public LabException Refused(LabRequest request, LabCaller? caller = null)
    {
        string before = Lab.StateHash;
        LabException refusal = Assert.Throws<LabException>(() => Lab.Send(request, caller ?? Caller));
        Assert.Equal(before, Lab.StateHash);
        return refusal;
    }

    /// <summary>The one view of a name.</summary>
    public TView View<TView>(string name)
        where TView : class => Assert.Single(Lab.Views<TView>(name));

    /// <summary>The key of the computer of a name.</summary>
    public Key<PhysicalComputer> Computer(string name) => new(View<PhysicalComputerView>(name).Key);

    /// <summary>Changes the state directly, for what no request can bring about, or not so shortly.</summary>
    public void Arrange(Action<LabState> change) => Lab.Send(new ArrangedState(change), LabCaller.Lab);

    /// <summary>Reads the state directly.</summary>
    public TResult Read<TResult>(Func<LabState, TResult> read) => Lab.Ask(new StateReading<TResult>(read));

    public void Advance(double seconds) => Lab.AdvanceTo(Lab.Now + TimeSpan.FromSeconds(seconds));

    public void Dispose() => Lab.Dispose();
}
