// The scenario of the XenStore interface through Microsoft's own .NET binding, the one that PowerShell 7 has: an outside judge of libmi.so.
//
//     client PREFIX        prints one line for each step that went as it should; exits 1 at the first that did not
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

static class Client
{
    const string Wmi = "root/wmi";

    static void Check(string what, bool good, string saw = "")
    {
        if (!good)
            throw new Exception($"{what}: {saw}");
        Console.WriteLine($"ok {what}");
    }

    static NativeErrorCode Refusal(Action action, out string message)
    {
        try
        {
            action();
        }
        catch (CimException refused)
        {
            message = refused.Message;
            return refused.NativeErrorCode;
        }
        message = "";
        return NativeErrorCode.Ok;
    }

    static CimMethodResult Call(CimSession session, CimInstance target, string method, params (string, string)[] arguments)
    {
        var parameters = new CimMethodParametersCollection();
        foreach (var (name, value) in arguments)
            parameters.Add(CimMethodParameter.Create(name, value, CimType.String, CimFlags.In));
        return session.InvokeMethod(Wmi, target, method, parameters);
    }

    static void Run(string prefix)
    {
        using var session = CimSession.Create(null);
        Check("TestConnection", session.TestConnection());

        var bases = session.EnumerateInstances(Wmi, prefix + "XenStoreBase").ToList();
        Check("one base object", bases.Count == 1, bases.Count.ToString());
        var xenTime = (ulong)bases[0].CimInstanceProperties["XenTime"].Value;
        Check("XenTime is now", Math.Abs((DateTime.FromFileTimeUtc((long)xenTime) - DateTime.UtcNow).TotalSeconds) < 60);

        var id = (uint)Call(session, bases[0], "AddSession", ("Id", "dotnet\\\"quoted\"")).OutParameters["SessionId"].Value;
        Check("AddSession", id > 0);
        var found = session.QueryInstances(Wmi, "WQL", $"select * from {prefix}XenStoreSession where SessionId={id}").ToList();
        Check("the session is found by a query", found.Count == 1 && (string)found[0].CimInstanceProperties["Id"].Value == "dotnet\\\"quoted\"");
        var store = found[0];

        Call(session, store, "SetValue", ("Pathname", "data/TempValue"), ("value", "This is a string"));
        Check("GetValue", (string)Call(session, store, "GetValue", ("PATHNAME", "data/TempValue")).OutParameters["value"].Value
            == "This is a string");
        var children = (CimInstance)Call(session, store, "GetChildren", ("Pathname", "data")).OutParameters["children"].Value;
        Check("GetChildren", ((string[])children.CimInstanceProperties["ChildNodes"].Value).Contains("data/TempValue"));
        Check("as many as counted", (uint)children.CimInstanceProperties["NoOfChildNodes"].Value
            == ((string[])children.CimInstanceProperties["ChildNodes"].Value).Length);

        var again = session.GetInstance(Wmi, store);
        Check("GetInstance", (uint)again.CimInstanceProperties["SessionId"].Value == id);
        Check("a date", again.CimInstanceProperties["Created"].Value is DateTime);
        Events(session, store, prefix);
        Classes(session, prefix);

        Call(session, store, "RemoveValue", ("Pathname", "data/TempValue"));
        var refusal = Refusal(() => Call(session, store, "GetValue", ("Pathname", "data/TempValue")), out var message);
        Check("a missing node is NotFound", refusal == NativeErrorCode.NotFound && message.Contains("data/TempValue"), $"{refusal}: {message}");
        refusal = Refusal(() => session.EnumerateInstances(Wmi, "No_Such").ToList(), out message);
        Check("an unknown class is InvalidClass", refusal == NativeErrorCode.InvalidClass && message.Contains("No_Such"), $"{refusal}: {message}");
        refusal = Refusal(() => session.EnumerateInstances("root/nowhere", "No_Such").ToList(), out message);
        Check("an unknown namespace is InvalidNamespace", refusal == NativeErrorCode.InvalidNamespace, $"{refusal}: {message}");
        refusal = Refusal(() => session.QueryInstances(Wmi, "WQL", "select from where").ToList(), out message);
        Check("a malformed query is InvalidQuery", refusal == NativeErrorCode.InvalidQuery, $"{refusal}: {message}");
        refusal = Refusal(() => Call(session, store, "NoSuchMethod"), out message);
        Check("an unknown method is MethodNotFound", refusal == NativeErrorCode.MethodNotFound, $"{refusal}: {message}");

        Call(session, store, "EndSession");
        refusal = Refusal(() => session.GetInstance(Wmi, store), out message);
        Check("an ended session is NotFound", refusal == NativeErrorCode.NotFound, $"{refusal}: {message}");
    }

    static void Events(CimSession session, CimInstance store, string prefix)
    {
        var arrived = new SemaphoreSlim(0);
        var ids = new List<string>();
        Exception problem = null;
        using (session.SubscribeAsync(Wmi, "WQL", $"select * from {prefix}XenStoreWatchEvent where EventId='data/TempValue'")
            .Subscribe(new Observer(result =>
            {
                lock (ids)
                    ids.Add((string)result.Instance.CimInstanceProperties["EventId"].Value);
                arrived.Release();
            }, failure =>
            {
                problem = failure;
                arrived.Release();
            })))
        {
            var before = DateTime.UtcNow;
            // the subscription is made in the background: the watch is set anew until its first event arrives
            do
                Call(session, store, "SetWatch", ("Pathname", "data/TempValue"));
            while (!arrived.Wait(1000) && DateTime.UtcNow - before < TimeSpan.FromSeconds(30));
            Call(session, store, "SetValue", ("Pathname", "data/TempValue"), ("value", "WORLD"));
            Check("an event follows a change", arrived.Wait(30000) && problem == null, problem?.Message);
            lock (ids)
                Check("EventId is the watched path", ids.All(id => id == "data/TempValue"));
        }
    }

    static void Classes(CimSession session, string prefix)
    {
        var type = session.GetClass(Wmi, prefix + "XenStoreSession");
        Check("GetClass", type.CimClassProperties["InstanceName"].Flags.HasFlag(CimFlags.Key));
        Check("its methods", type.CimClassMethods["SetValue"].Parameters.Select(p => p.Name).SequenceEqual(new[] { "Pathname", "value" }));
        Check("its superclass", session.GetClass(Wmi, prefix + "XenStoreWatchEvent").CimSuperClassName == "WMIEvent");
        Check("EnumerateClasses", session.EnumerateClasses(Wmi).Any(c => c.CimSystemProperties.ClassName == prefix + "XenStoreBase"));
    }

    sealed class Observer : IObserver<CimSubscriptionResult>
    {
        readonly Action<CimSubscriptionResult> next;
        readonly Action<Exception> error;

        public Observer(Action<CimSubscriptionResult> next, Action<Exception> error)
        {
            this.next = next;
            this.error = error;
        }

        public void OnNext(CimSubscriptionResult value) => next(value);
        public void OnError(Exception failure) => error(failure);
        public void OnCompleted() { }
    }

    static int Main(string[] arguments)
    {
        try
        {
            Run(arguments[0]);
        }
        catch (Exception failure)
        {
            Console.WriteLine($"FAIL {failure}");
            return 1;
        }
        Console.WriteLine("done");
        return 0;
    }
}
