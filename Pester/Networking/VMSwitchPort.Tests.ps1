BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab -Seed 7 -HostCount 2 -VMCount 2 | Out-Null
    Install-LabGuestOS VM0001 'Windows Server 2008 R2' -IPAddress 192.168.10.61
    Install-LabGuestOS VM0002 'Windows Server 2008 R2' -IPAddress 192.168.10.62
    Get-LabVM | Start-LabVM
    Step-LabClock -Seconds 120 | Out-Null
    $script:switch = Get-LabVMSwitch -ComputerName (Get-LabVM VM0001).ComputerName
    function script:Get-Port { $script:switch | Get-LabVMSwitchPort | Where-Object Port -Like 'VM0001:*' }
}

AfterAll { Remove-Lab Lab }

Describe 'Get-LabVMSwitchPort' {
    It 'shows the ports of machines and the way out' {
        $ports = $script:switch | Get-LabVMSwitchPort
        ($ports | Where-Object IsExternal).Count | Should -Be 1
        (Get-Port).Status | Should -Be 'Up'
        (Get-Port).MacAddress | Should -Be (Get-LabVMNetworkAdapter VM0001).MacAddress
        "$(Get-Port)" | Should -BeLike '*: VM0001: *'
    }

    It 'counts what passes' {
        $before = Get-Port
        Test-LabConnection 192.168.10.61 -Count 4 | Out-Null
        $after = Get-Port
        $after.DirectedPacketsReceived - $before.DirectedPacketsReceived | Should -BeGreaterOrEqual 4
        $after.DirectedPacketsSent - $before.DirectedPacketsSent | Should -BeGreaterOrEqual 4
        $after.PacketsReceived | Should -Be (
            $after.DirectedPacketsReceived + $after.MulticastPacketsReceived + $after.BroadcastPacketsReceived)
    }

    It 'is asked by name and host as well' {
        Get-LabVMSwitchPort $script:switch.Name -ComputerName $script:switch.ComputerName |
            ForEach-Object SwitchName | Sort-Object -Unique | Should -Be $script:switch.Name
        { Get-LabVMSwitchPort nothing -ErrorAction Stop } | Should -Throw '*nothing*'
    }
}
