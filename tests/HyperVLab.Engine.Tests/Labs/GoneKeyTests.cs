using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Labs;

public sealed class GoneKeyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(9_999)]
    public void Any_request_about_something_that_is_not_there_is_refused(int number)
    {
        using Lab lab = SmallLab.Make();
        string before = lab.StateHash;

        Assert.All(Requests(number), request => Assert.Throws<LabException>(() => lab.Send(request, LabCaller.Lab)));
        Assert.Equal(before, lab.StateHash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9_999)]
    public void A_lab_that_refused_one_can_be_exported_and_imported(int number)
    {
        using Lab lab = SmallLab.Make();
        Assert.Throws<LabException>(() => lab.Send(new StopJob { Job = new(number) }, LabCaller.Lab));

        using Lab read = Lab.ReadFrom(new StringReader(LabFileTests.TextOf(lab)), new MemoryDiskStore());

        Assert.Equal(lab.JournalHash, read.JournalHash);
    }

    private static IEnumerable<LabRequest> Requests(int number)
    {
        foreach (Type kind in typeof(LabRequest).Assembly.GetTypes())
        {
            if (!kind.IsSubclassOf(typeof(LabRequest)) || kind.IsAbstract)
            {
                continue;
            }

            StateProperty[] keys = [.. StateContract.Of(kind).Properties.Where(one => one.Type.Kind == StateKind.Key)];
            object request = Activator.CreateInstance(kind)!;
            foreach (StateProperty property in keys)
            {
                property.Set(request, Activator.CreateInstance(property.Type.Type, number));
            }

            if (keys.Length > 0)
            {
                yield return (LabRequest)request;
            }
        }
    }
}
