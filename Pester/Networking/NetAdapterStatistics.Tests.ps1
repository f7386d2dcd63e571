BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Seed 7 -HostCount 2 -VMCount 2 | Out-Null
    Install-LabGuestOS VM0001 'Windows Server 2008 R2' -IPAddress 192.168.10.61
    Install-LabGuestOS VM0002 'Windows Server 2008 R2' -IPAddress 192.168.10.62
    Get-LabVM | Start-LabVM
    Step-LabClock -Seconds 120 | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Get-LabNetAdapterStatistics' {
    It 'counts what a connection has sent by now' {
        $card = (Get-LabVMSwitch -ComputerName HV0001)[0].NetAdapterInterfaceDescriptions[0]
        $statistics = Get-LabNetAdapterStatistics -InterfaceDescription $card -ComputerName HV0001
        $before = $statistics.ReceivedUnicastBytes
        $flow = Start-LabFlow ADMIN1 VM0001
        Step-LabClock -Seconds 10 | Out-Null
        $statistics.ReceivedUnicastBytes - $before | Should -BeGreaterThan $flow.Bytes
        $statistics.ReceivedUnicastBytes - $before | Should -BeLessThan ($flow.Bytes * 1.05)
        $now = $statistics.ReceivedBytes
        Step-LabClock -Seconds 1 | Out-Null
        $statistics.ReceivedBytes | Should -BeGreaterThan $now
        $flow | Stop-LabFlow
    }

    It 'tells packets for one from those for all' {
        Test-LabConnection 192.168.10.62 -Count 1 | Out-Null
        $all = Get-LabNetAdapterStatistics | Where-Object ReceivedBroadcastPackets
        $all | Should -Not -BeNullOrEmpty
        foreach ($one in $all) {
            $one.ReceivedUnicastBytes + $one.ReceivedMulticastBytes + $one.ReceivedBroadcastBytes |
                Should -Be $one.ReceivedBytes
        }
    }

    It 'says that there is no such adapter' {
        { Get-LabNetAdapterStatistics nothing -ErrorAction Stop } | Should -Throw '*nothing*'
        Get-LabNetAdapterStatistics 'nothing*' | Should -BeNullOrEmpty
    }

    It 'is not journalled' {
        $before = (Get-Lab).JournalHash
        Get-LabNetAdapterStatistics | Out-Null
        (Get-Lab).JournalHash | Should -Be $before
    }
}
